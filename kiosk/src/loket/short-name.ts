/** "Fatima Oefenaar" as "Fatima O."; the list of colleagues has the whole name. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(' ');
  const last = rest.at(-1);
  return last ? `${first} ${last.charAt(0)}.` : first;
}
