import { runnerImport } from 'vite';
const {module:g} = await runnerImport('./test/eligibility/golden.ts');
const {module:a} = await runnerImport('./test/eligibility/all.ts');
const {module:v} = await runnerImport('./src/lib/eligibility/verdict.ts');
const law=g.readLaw();
for (const id of process.argv.slice(2)) { const c=a.cases.find(c=>c.id===id); const r=v.judge(law,c.situation); console.log(id, c.decision, c.marks,'\n', r.decision, r.route, 'open',r.open.join(' '),'ask',r.ask.join(' '),'gates',r.gates.join(), 'fired', r.fired.map(f=>f.id+':'+f.value).join(' ')); }
