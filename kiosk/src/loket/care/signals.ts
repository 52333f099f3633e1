/**
 * The thirteen signals of the "Signalenblad ondermijnende drugscriminaliteit" of Halt (https://www.halt.nl), word for
 * word and in its order. They are a memory aid: nothing here counts, weighs or colours them.
 */
export const SIGNALS: Readonly<Record<string, string>> = {
  'SOD-01': 'Zonder uitleg laat thuis, vaker van huis gaan of op vreemde tijdstippen weg moeten',
  'SOD-02':
    'Onverklaarbaar bezit van kleine plastic zakjes of chemische middelen, weegschaal of drugsafval',
  'SOD-03': 'Sneller agressief of boos reageren en niet open staan voor hulp',
  'SOD-04':
    'Onverklaarbaar bezit van veel geld (stapels cash), meerdere telefoons, dure kleding of andere dure producten',
  'SOD-05': 'Spijbelen of verminderde schoolprestaties',
  'SOD-06': 'Schulden of rekeningen die met onverklaarbaar geld worden afgelost',
  'SOD-07': 'Verslaving aan gokken, drugs of alcohol',
  'SOD-08': 'Meer tijd op sociale media doorbrengen zonder daar open over te zijn',
  'SOD-09': 'Omgang met criminele of intimiderende (jong)volwassen personen',
  'SOD-10': 'Stiekeme omgang met (nieuwe) vrienden en hier weinig over willen vertellen',
  'SOD-11': 'Minder omgang met leeftijdsgenoten in de reguliere kringen zoals school en sport',
  'SOD-12': 'Wapenbezit of drugsbezit',
  'SOD-13': 'Op ongebruikelijke tijdstippen telefoon of berichten krijgen',
};

/** The sentence that the Signalenblad puts with them, word for word. */
export const SIGNALS_SENTENCE =
  'Wanneer één of meer signalen spelen bij een jongere, betekent dat natuurlijk niet meteen dat er sprake is van betrokkenheid bij ondermijnende drugscriminaliteit. De signalen dienen vooral als aandachtspunt en zijn aanleiding om open het gesprek met een jongere en eventueel diens sociale netwerk aan te gaan.';
