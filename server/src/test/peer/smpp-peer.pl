#!/usr/bin/perl
# An SMPP 3.4 gateway on Debian's Net::SMPP (libnet-smpp-perl), for the tests of nl.haltloket.notify. It shares no line
# with the client's jsmpp, nor with the npm smpp of smpp-peer.mjs; its alphabets are Perl's own.
# Prints one JSON line per happening; takes behaviour as JSON lines on stdin, which hold from then on:
#   {"stat": "UNDELIV", "err": "020"}  what a report says
#   {"id": "1a2b"}                     the id that a submit is answered with; empty for one of its own each time
#   {"reportId": "6699"}               how a report names that id; empty for the same way
#   {"parameters": "ended"}            say id and state in optional parameters alone; with
#                                      "bare" the id does not end with a zero
#   {"early": true}                    report before the submit is answered
#   {"silent": true}                   leave submits without answer or report
#   {"status": 88}                     refuse submits with this command status
#   {"mo": [{"from": "31612345678", "to": "3197001", "text": "Hallo", "coding": 0, "udh": "050003070201"}]}
#                                      bring these texts from phones now; each answer is told as "mo"
#   {"ask": true}                      ask on all connections now whether anyone is there (enquire_link)
#   {"unbind": true}                   say goodbye on all connections now, and leave it to the other side to hang up
#   {"reset": true}                    behave well again, as at the start
# It listens on a free port of 127.0.0.1 and ends with its stdin.
use v5.30;
use warnings;
use Encode qw(decode encode);
use IO::Select;
use JSON::PP;
use Net::SMPP;

my %ALPHABETS = (0 => 'gsm0338', 8 => 'UTF-16BE');
my %ANSWERS = (
  Net::SMPP::CMD_deliver_sm_resp, 'reported', Net::SMPP::CMD_enquire_link_resp, 'enquire_link_resp',
  Net::SMPP::CMD_unbind_resp, 'unbind_resp',
);
my %STATES = (DELIVRD => 2, UNDELIV => 5);
my %good = (
  stat => 'DELIVRD', err => '000', id => '', reportId => '', parameters => '', early => 0, silent => 0, status => 0,
);
my %behaviour = %good;
my %brought;    # texts from phones, by connection and sequence number
my $last_id = 0x793d87c0;
my $json = JSON::PP->new->utf8;
$| = 1;
$SIG{PIPE} = 'IGNORE';    # whoever hung up already is read to the end all the same
# The module tells of every connection that ends; that is a happening here.
$SIG{__WARN__} = sub { print STDERR @_ unless $_[0] =~ /premature eof|reading header from socket/ };

sub tell_of {
  my ($happening, %facts) = @_;
  print $json->encode({happening => $happening, %facts}), "\n";
}

sub report {
  my ($session, $id, $to) = @_;
  my $shown = $behaviour{reportId} || $id;
  # SMPP 3.4, Appendix B
  my $text = "id:$shown sub:001 dlvrd:001 submit date:2611221200 done date:2611221200"
    . " stat:$behaviour{stat} err:$behaviour{err} text:Halt";
  my @parameters = !$behaviour{parameters} ? () : (
    receipted_message_id => $shown . ($behaviour{parameters} eq 'ended' ? "\0" : ''),
    message_state => pack('C', $STATES{$behaviour{stat}}),
  );
  $session->deliver_sm(
    async => 1, source_addr => $to, source_addr_ton => 1, source_addr_npi => 1, destination_addr => 'Halt',
    esm_class => 0x04, short_message => @parameters ? 'Bericht van het netwerk' : $text, @parameters,
  );
}

sub submit {
  my ($session, $pdu) = @_;
  my $bytes = $pdu->{short_message};
  my $headed = $pdu->{esm_class} & 0x40 ? 1 + ord $bytes : 0;
  my $id = $behaviour{id} || sprintf '%x', ++$last_id;
  tell_of(
    'submit', id => $id, from => $pdu->{source_addr}, fromTon => $pdu->{source_addr_ton},
    to => $pdu->{destination_addr}, toTon => $pdu->{dest_addr_ton}, coding => 0 + $pdu->{data_coding},
    udh => unpack('H*', substr $bytes, 0, $headed), octets => length $bytes,
    text => decode($ALPHABETS{$pdu->{data_coding}}, substr $bytes, $headed),
    registered => $pdu->{registered_delivery}, validity => $pdu->{validity_period},
  );
  return if $behaviour{silent};
  my $refused = $behaviour{status};
  report($session, $id, $pdu->{destination_addr}) if $behaviour{early} && !$refused;
  $session->submit_sm_resp(seq => $pdu->{seq}, status => $refused, message_id => $refused ? '' : $id);
  report($session, $id, $pdu->{destination_addr}) if !$behaviour{early} && !$refused;
}

sub bring {
  my ($session, $text) = @_;
  my $sequence = $session->deliver_sm(
    async => 1, source_addr => $text->{from}, source_addr_ton => 1, source_addr_npi => 1,
    destination_addr => $text->{to}, esm_class => $text->{udh} ? 0x40 : 0, data_coding => $text->{coding},
    short_message => pack('H*', $text->{udh} // '') . encode($ALPHABETS{$text->{coding}}, $text->{text}),
  );
  $brought{$session, $sequence} = 1;
}

# False when the connection is at its end.
sub take {
  my ($session) = @_;
  my $pdu = $session->read_pdu() or return 0;
  my $command = $pdu->{cmd};
  if ($command == Net::SMPP::CMD_bind_transceiver) {
    tell_of('bind', systemId => $pdu->{system_id}, version => $pdu->{interface_version});
    $session->bind_transceiver_resp(seq => $pdu->{seq}, system_id => 'peer');
  } elsif ($command == Net::SMPP::CMD_submit_sm) {
    submit($session, $pdu);
  } elsif ($command == Net::SMPP::CMD_enquire_link) {
    tell_of('enquire_link');
    $session->enquire_link_resp(seq => $pdu->{seq});
  } elsif ($command == Net::SMPP::CMD_unbind) {
    tell_of('unbind');
    $session->unbind_resp(seq => $pdu->{seq});
  } elsif (my $answer = $ANSWERS{$command}) {
    tell_of(delete $brought{$session, $pdu->{seq}} ? 'mo' : $answer, status => $pdu->{status});
  } else {
    tell_of('strange', command => $command);
    $session->generic_nack(seq => $pdu->{seq}, status => 0x03);
  }
  return 1;
}

my $listener = Net::SMPP->new_listen('127.0.0.1', port => 0) or die "Can not listen: $!";
my $select = IO::Select->new(\*STDIN, $listener);
my $typed = '';

sub obey {
  my ($order) = @_;
  my @sessions = grep { $_ != $listener && $_ != \*STDIN } $select->handles;
  for my $session (@sessions) {
    bring($session, $_) for @{$order->{mo} // []};
    $session->enquire_link(async => 1) if $order->{ask};
    $session->unbind(async => 1) if $order->{unbind};
  }
  %behaviour = %good if $order->{reset};
  exists $behaviour{$_} and $behaviour{$_} = $order->{$_} for keys %$order;
  tell_of('obeyed');
}

tell_of('listening', port => $listener->sockport);
while (1) {
  for my $ready ($select->can_read) {
    if ($ready == \*STDIN) {
      sysread(STDIN, $typed, 65536, length $typed) or exit 0;
      obey($json->decode($1)) while $typed =~ s/^(.*)\n//;
    } elsif ($ready == $listener) {
      $select->add($listener->accept);
    } elsif (!take($ready)) {
      $select->remove($ready);
      close $ready;
      tell_of('closed');
    }
  }
}
