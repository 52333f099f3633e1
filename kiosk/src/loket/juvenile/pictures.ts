import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** The pictures beside the sentences. They only say again what the sentence says. */
export type PictureName =
  | 'desk'
  | 'talk'
  | 'path'
  | 'wait'
  | 'card'
  | 'lawyer'
  | 'quiet'
  | 'together'
  | 'family'
  | 'paper'
  | 'doors';

const bulbs = [47, 100, 153, 207, 260, 313, 367, 420, 473] as const;

/** A string of lamps, lowest in the middle. */
const lamps = svg`<path d="M20 22Q260 90 500 22" fill="none" stroke="var(--pl-lijn)" stroke-width="3"/>${bulbs.map(
  (x) => {
    const y = 56 - ((x - 260) / 240) ** 2 * 34;
    return svg`<path d="M${x} ${y}v8" stroke="var(--pl-lijn)" stroke-width="3"/><circle cx=${x} cy=${y + 16} r="9" fill="var(--pl-licht)" stroke="var(--pl-lijn)" stroke-width="2"/>`;
  },
)}`;

/** A juvenile with a woolly hat, feet at the origin. */
function juvenile(x: number, y = 420): SVGTemplateResult {
  return svg`<g transform="translate(${x} ${y})">
    <ellipse rx="56" ry="8" cy="4" fill="var(--pl-broek)" opacity=".3"/>
    <path d="M-13-82v70M13-82v70" stroke="var(--pl-broek)" stroke-width="23"/>
    <path d="M-28 2c0-10 6-16 15-16s13 6 13 16zM0 2c0-10 4-16 13-16s15 6 15 16z" fill="var(--pl-tas)"/>
    <path d="M-31-138c-9 18-13 36-14 54M31-138c9 18 13 36 14 54" stroke="var(--pl-jas)" stroke-width="20" stroke-linecap="round" fill="none"/>
    <path d="M-38-134c2-14 14-22 38-22s36 8 38 22l2 62c-14 7-66 7-80 0z" fill="var(--pl-jas)"/>
    <circle cy="-196" r="32" fill="var(--pl-haar)"/>
    <path d="M-34-200c0-23 14-38 34-38s34 15 34 38c-20 6-48 6-68 0z" fill="var(--pl-tas)"/><circle cy="-241" r="8" fill="var(--pl-tas)"/>
  </g>`;
}

/** A grown-up in a long coat, feet at the origin. */
function adult(x: number, coat = 'var(--pl-deur)', y = 420): SVGTemplateResult {
  return svg`<g transform="translate(${x} ${y})">
    <ellipse rx="58" ry="8" cy="4" fill="var(--pl-broek)" opacity=".3"/>
    <path d="M-14-70v66M14-70v66" stroke="var(--pl-broek)" stroke-width="24"/>
    <path d="M-34-176c-11 22-14 44-14 68M34-176c11 22 14 44 14 68" stroke=${coat} stroke-width="20" stroke-linecap="round" fill="none"/>
    <path d="M-42-174c2-16 16-26 42-26s40 10 42 26l6 122c-18 8-78 8-96 0z" fill=${coat}/>
    <circle cy="-240" r="33" fill="var(--pl-haar)"/>
    <path d="M-34-242c-2-26 14-40 34-40s36 14 34 40c-10-16-18-20-34-20s-24 4-34 20z" fill="var(--pl-broek)"/>
  </g>`;
}

function bubble(
  x: number,
  y: number,
  flip: boolean,
  content: SVGTemplateResult,
): SVGTemplateResult {
  return svg`<g transform="translate(${x} ${y})"><path transform=${flip ? 'scale(-1 1)' : ''} d="M-84-50H84a16 16 0 0 1 16 16V24a16 16 0 0 1-16 16H-20l-38 34 6-34h-32a16 16 0 0 1-16-16v-58a16 16 0 0 1 16-16z" fill="var(--pl-pad)" stroke="var(--pl-lijn)" stroke-width="4"/>${content}</g>`;
}

const talking = svg`<path d="M-66-22H66M-66 2H30" stroke="var(--pl-lijn)" stroke-width="9" stroke-linecap="round"/>`;
const silent = svg`<circle cx="-40" cy="-6" r="9" fill="var(--pl-lijn)"/><circle cy="-6" r="9" fill="var(--pl-lijn)"/><circle cx="40" cy="-6" r="9" fill="var(--pl-lijn)"/>`;

function door(x: number): SVGTemplateResult {
  return svg`<g transform="translate(${x} 96)"><path d="M0 174V62C0 26 26 0 62 0s62 26 62 62v112z" fill="var(--pl-deur)"/><path d="M14 174V64c0-28 20-49 48-49s48 21 48 49v110z" fill="var(--pl-licht)"/><rect x="-10" y="169" width="144" height="11" rx="5.5" fill="var(--pl-lijn)"/></g>`;
}

function sheet(x: number, y: number, lines: SVGTemplateResult): SVGTemplateResult {
  return svg`<g transform="translate(${x} ${y})"><rect x="-94" y="-124" width="188" height="250" rx="16" fill="var(--pl-pad)" stroke="var(--pl-lijn)" stroke-width="5"/>${lines}</g>`;
}

const ticks = svg`<g stroke-linecap="round" fill="none" stroke-width="9">${[-70, -14, 42].map(
  (y) =>
    svg`<path d="m-68 ${y} 12 13 24-28" stroke="var(--pl-jas)"/><path d="M-8 ${y}h72" stroke="var(--pl-lijn)"/>`,
)}</g><circle cy="96" r="10" fill="var(--pl-licht)"/>`;

const letter = svg`<path d="M-60-84H60M-60-48H60M-60-12H20" stroke="var(--pl-lijn)" stroke-width="9" stroke-linecap="round"/><path d="M-58 72c18-34 30-34 34-8 4 22 18 14 30-10 8 22 24 22 46 4" fill="none" stroke="var(--pl-jas)" stroke-width="7" stroke-linecap="round"/><path d="M104-20 66 66l-6 30 22-20 38-86z" fill="var(--pl-tas)" stroke="var(--pl-lijn)" stroke-width="4"/>`;

const scenes: Record<PictureName, SVGTemplateResult> = {
  desk: svg`<path d="M300 278V168a80 80 0 0 1 160 0v110z" fill="var(--pl-deur)"/><path d="M316 278V168a64 64 0 0 1 128 0v110z" fill="var(--pl-licht)"/><circle cx="380" cy="186" r="31" fill="var(--pl-haar)"/><path d="M330 280c0-36 18-56 50-56s50 20 50 56z" fill="var(--pl-jas)"/><rect x="276" y="270" width="208" height="24" rx="10" fill="var(--pl-lijn)"/><path d="M290 294h180v118H290z" fill="var(--pl-deur)"/>${juvenile(150)}`,
  talk: svg`${juvenile(130)}${adult(384)}${bubble(124, 100, false, talking)}${bubble(392, 62, true, talking)}`,
  path: svg`<path d="M150 440C160 360 220 330 236 270h58c4 66 70 100 84 170z" fill="var(--pl-pad)"/><path d="M176 270V160M346 270V160" stroke="var(--pl-deur)" stroke-width="18" stroke-linecap="round"/><path d="M176 160Q261 92 346 160" fill="none" stroke="var(--pl-deur)" stroke-width="18"/><circle cx="261" cy="186" r="26" fill="var(--pl-licht)"/>${juvenile(250, 424)}`,
  wait: svg`<circle cx="378" cy="176" r="66" fill="var(--pl-pad)" stroke="var(--pl-lijn)" stroke-width="6"/><path d="M378 134v44l30 20" fill="none" stroke="var(--pl-lijn)" stroke-width="9" stroke-linecap="round" stroke-linejoin="round"/>${juvenile(160)}<path d="M250 356h220" stroke="var(--pl-deur)" stroke-width="20" stroke-linecap="round"/><path d="M280 366v50M440 366v50" stroke="var(--pl-deur)" stroke-width="16"/>`,
  card: svg`${sheet(340, 232, ticks)}${juvenile(150)}`,
  lawyer: svg`${adult(336, 'var(--pl-broek)')}<g transform="translate(424 356)"><rect x="-42" y="-24" width="84" height="62" rx="10" fill="var(--pl-licht)" stroke="var(--pl-lijn)" stroke-width="5"/><path d="M-16-24v-16h32v16" fill="none" stroke="var(--pl-lijn)" stroke-width="6"/></g>${juvenile(170)}`,
  quiet: svg`${juvenile(190)}${bubble(300, 136, false, silent)}`,
  together: svg`${adult(330)}${juvenile(204)}<path d="M248 334q18 12 34 2" fill="none" stroke="var(--pl-haar)" stroke-width="15" stroke-linecap="round"/>`,
  family: svg`${adult(130, 'var(--pl-tas)')}${adult(390)}${juvenile(262)}`,
  paper: svg`${sheet(330, 232, letter)}${juvenile(140)}`,
  doors: svg`<path d="M84 276h108c4 66 30 96 68 116 38-20 64-50 68-116h108c0 84-52 128-110 164H194C136 404 84 360 84 276z" fill="var(--pl-pad)"/>${door(76)}${door(320)}${juvenile(260, 424)}`,
};

/** A picture by name, as large as its place allows. */
export function picture(name: PictureName): TemplateResult {
  return html`<svg class="plaat" viewBox="0 0 520 440" aria-hidden="true">
    <rect width="520" height="440" rx="28" fill="var(--pl-lucht)" />
    <path d="M0 270h520v142a28 28 0 0 1-28 28H28a28 28 0 0 1-28-28z" fill="var(--pl-grond)" />
    ${lamps}${scenes[name]}
  </svg>`;
}

/** A face that is glad, so-so or not glad; all in one colour. */
export function face(mood: 'GOOD' | 'MIDDLE' | 'BAD'): TemplateResult {
  const mouth = {
    GOOD: 'M20 40q12 14 24 0',
    MIDDLE: 'M21 44h22',
    BAD: 'M20 47q12-12 24 0',
  }[mood];
  return html`<svg class="gezicht" viewBox="0 0 64 64" aria-hidden="true">
    <circle
      cx="32"
      cy="32"
      r="27"
      fill="var(--pl-licht)"
      stroke="var(--pl-lijn)"
      stroke-width="3"
    />
    <circle cx="23" cy="26" r="3.5" fill="var(--pl-broek)" />
    <circle cx="41" cy="26" r="3.5" fill="var(--pl-broek)" />
    <path d=${mouth} fill="none" stroke="var(--pl-broek)" stroke-width="4" stroke-linecap="round" />
  </svg>`;
}
