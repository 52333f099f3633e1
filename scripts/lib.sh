# Shared by the scripts: finds the tools, builds what is missing. Sourced, never run.
# shellcheck shell=bash

readonly JAVA_MAJOR=25
readonly NODE_MAJOR_MIN=20
readonly MAVEN_MINOR_MIN=8 # of 3.x

ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
JAR="$ROOT/server/target/halt-loket.jar"
CLASS_ARCHIVE="$ROOT/server/target/halt-loket.jsa"
readonly ROOT JAR CLASS_ARCHIVE

say() { printf '%s\n' "== $*"; }

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

# True when the directory holds a JDK (not a bare JRE) of the right major version.
is_jdk() {
  [[ -x "$1/bin/javac" ]] && [[ "$("$1/bin/javac" -version 2>&1)" == "javac $JAVA_MAJOR"[.-]* ||
    "$("$1/bin/javac" -version 2>&1)" == "javac $JAVA_MAJOR" ]]
}

# Sets JAVA_HOME for us, for Maven and for everything Maven starts.
need_java() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*"$JAVA_MAJOR"* "$HOME"/.sdkman/candidates/java/"$JAVA_MAJOR"* \
    "$HOME"/.jdks/*"$JAVA_MAJOR"* /opt/*jdk*"$JAVA_MAJOR"* "$(java_on_path)"; do
    if [[ -n "$candidate" ]] && is_jdk "$candidate"; then
      export JAVA_HOME="$candidate"
      export PATH="$JAVA_HOME/bin:$PATH"
      return
    fi
  done
  fail "JDK $JAVA_MAJOR is needed: install Temurin $JAVA_MAJOR from adoptium.net (Debian: package temurin-$JAVA_MAJOR-jdk) or set JAVA_HOME to one."
}

java_on_path() {
  local javac
  javac="$(command -v javac)" || return 0
  dirname "$(dirname "$(readlink -f "$javac")")"
}

need_node() {
  local version
  if ! command -v npm >/dev/null || ! version="$(node --version 2>/dev/null)"; then
    fail "Node >= $NODE_MAJOR_MIN with npm is needed to build: install it from nodejs.org or your distribution."
  fi
  version="${version#v}"
  ((${version%%.*} >= NODE_MAJOR_MIN)) ||
    fail "Node >= $NODE_MAJOR_MIN is needed to build, this is $version: install a newer one from nodejs.org."
}

need_maven() {
  local version
  command -v mvn >/dev/null || fail "Maven >= 3.$MAVEN_MINOR_MIN is needed to build: apt-get install maven."
  # What older Mavens do with JDK 25 is theirs to mend: no warnings about it.
  export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
  version="$(mvn --version | sed -n 's/.*Apache Maven \([0-9][0-9]*\.[0-9][0-9]*\).*/\1/p')"
  if [[ "$version" == 3.* ]] && ((${version#3.} < MAVEN_MINOR_MIN)); then
    fail "Maven >= 3.$MAVEN_MINOR_MIN is needed to build, this is $version."
  fi
}

# npm ci, but only when the lock file is another one than at the last install.
install_kiosk() {
  local lock="$ROOT/kiosk/package-lock.json" stamp="$ROOT/kiosk/node_modules/.halt-loket-lock"
  if [[ -f "$lock" ]] && ! cmp --silent "$lock" "$stamp"; then
    say "Installing the front-end's packages (npm ci)"
    (cd "$ROOT/kiosk" && npm ci --no-audit --no-fund)
    cp "$lock" "$stamp"
  fi
}

# True when the jar is missing or any source is newer than it.
is_stale() {
  [[ ! -f "$JAR" ]] || [[ -n "$(
    find "$ROOT/pom.xml" "$ROOT/server/pom.xml" "$ROOT/server/src/main" "$ROOT/kiosk" \
      \( -name node_modules -o -name target -o -name dist -o -name test \) -prune -o \
      -type f -newer "$JAR" -print -quit
  )" ]]
}

build_when_stale() {
  if is_stale; then
    need_maven
    need_node
    install_kiosk
    say "Building (the first time this fetches libraries and takes some minutes)"
    # Whoever wants to see it run waits for neither the tests nor the formatter; scripts/check has both.
    (cd "$ROOT" && mvn --batch-mode --quiet -Dmaven.test.skip=true -Dspotless.check.skip=true package)
    touch "$JAR" # Maven leaves an unchanged jar as it is; it is up to date all the same
  fi
  drop_stale_archive "$JAR" "$CLASS_ARCHIVE"
}

# The server makes a class archive when there is none, but keeps for ever one that was made for another jar and helps no
# longer. drop_stale_archive JAR ARCHIVE
drop_stale_archive() {
  [[ ! "$1" -nt "$2" ]] || rm -f "$2"
}

port_is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# need_port VARIABLE DEFAULT: takes the next free port when the default is taken and nobody chose one.
need_port() {
  local port="$2"
  [[ -z "${!1:-}" ]] || return 0
  while port_is_taken "$port"; do
    ((port += 1))
    ((port < $2 + 100)) || fail "No free port between $2 and $port: set $1."
  done
  if ((port != $2)); then
    say "Port $2 is in use; taking $port ($1)"
    export "$1=$port"
  fi
}

# The flags every start of the server has. Light beats peak speed here: a small heap, the serial collector and the quick
# compiler alone, for the slow one would be at work during the first thousand juveniles (ADR 11). The class archive is made
# by the server itself at its first end after a build; a missing one is no fault and is told nowhere. Native access stands
# in the manifest of the jar: as a flag it would spoil the archive. Vert.x puts the key of the certificate into a key store
# in memory, under a password that lies beside it: ten thousand rounds, three times over, protect nothing there and cost a
# start a second.
# shellcheck disable=SC2034 # the scripts that source this use it
readonly JVM_FLAGS=(-Xmx256m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError
  -XX:TieredStopAtLevel=1 -Dkeystore.pkcs12.keyPbeIterationCount=1
  -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$CLASS_ARCHIVE" -Xlog:disable
  '-Xlog:all=error:stderr:uptime,tags' '-Xlog:cds*=off' '-Xlog:aot*=off' --sun-misc-unsafe-memory-access=allow)

readonly REFUSED_STATUS=1  # the server cannot start like this: settings, a port, another Halt-loket
readonly FAILED_STATUS=70  # a failure at the start that may pass
readonly STOP_TENTHS_MAX=50
readonly RESTART_PAUSES=(0 0 1 2 5 10 20)

stop_child() {
  local tenths=0
  kill -TERM "$1" 2>/dev/null || return 0
  while kill -0 "$1" 2>/dev/null && ((tenths++ < STOP_TENTHS_MAX)); do sleep 0.1; done
  kill -KILL "$1" 2>/dev/null || true
}

# supervise COMMAND...: runs the server in the foreground and starts it again, with --again, when it dies by a signal or
# crashes; waits longer when the last minute saw more deaths. Gives 130 after Ctrl-C, 143 after SIGTERM, and else the
# server's own status when it ended by itself or cannot start like this.
supervise() {
  local status child='' stopping=0 again=() deaths=() pause
  trap 'stopping=130; [[ -z "$child" ]] || stop_child "$child"' INT
  trap 'stopping=143; [[ -z "$child" ]] || stop_child "$child"' TERM HUP
  while true; do
    status=0
    "$@" ${again[@]+"${again[@]}"} <&0 &
    child=$!
    wait "$child" || status=$?
    ((!stopping)) || return "$stopping"
    case "$status" in
      0 | 130 | 143 | "$REFUSED_STATUS") return "$status" ;;
      "$FAILED_STATUS") ((${#again[@]})) || return "$status" ;;
    esac
    again=(--again)
    child=''
    deaths+=("$SECONDS")
    pause="$(restart_pause "${deaths[@]}")"
    say "Halt-loket died (status $status) and is started again in $pause s; stop it with Ctrl-C"
    sleep "$pause" &
    wait $! || true
    ((!stopping)) || return "$stopping"
  done
}

# restart_pause SECOND...: how long to wait after the last of these deaths, in seconds.
restart_pause() {
  local death count=0
  for death in "$@"; do
    ((SECONDS - death > 60)) || ((count += 1))
  done
  ((count <= ${#RESTART_PAUSES[@]})) || count="${#RESTART_PAUSES[@]}"
  echo "${RESTART_PAUSES[count - 1]}"
}
