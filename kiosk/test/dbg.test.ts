import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { judge } from '../src/lib/eligibility/verdict.js';
import { derive } from '../src/lib/eligibility/facts.js';
const f=(n:string)=>JSON.parse(readFileSync(new URL(`../../config/${n}`, import.meta.url),'utf8')) as never;
it('x',()=>{ const law={rules:f('rules.json'),offences:f('halt-feiten.json')};
const s={offenceId:'alcohol-45',offenceAt:'2026-11-22T11:00:00.000Z',birthDate:'2009-03-14',identity:'DOCUMENT',referrer:{kind:'BOA',domain:'I',listed:true},mandate:{from:'2026-11-21T09:00:00Z',to:'2027-11-21T09:00:00Z',offences:['alcohol-45'],inArea:'YES'},manner:'STOPPED',cautionGiven:'YES',admission:'YES',responsive:'YES',prior:{check:'NONE',halt:0,haltViolations:0,crimeRecord:'NO'}};
const v=judge(law,s); console.log(v.decision,v.open,v.ask,JSON.stringify(derive(law,s)));});
