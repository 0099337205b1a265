import { chromium } from '@playwright/test'; import http from 'node:http'; import { readFileSync, existsSync } from 'node:fs'; import { extname } from 'node:path';
const [dir, prefix, ...specs] = process.argv.slice(2); // spec: path@width@theme[@full][@open]
const types={'.html':'text/html','.css':'text/css','.js':'text/javascript','.svg':'image/svg+xml','.json':'application/json','.woff2':'font/woff2'};
const s=http.createServer((q,r)=>{let p=decodeURIComponent(new URL(q.url,'http://x').pathname); if(p.endsWith('/'))p+='index.html'; const f=dir+p; if(!existsSync(f)){r.writeHead(404);return r.end()} r.writeHead(200,{'content-type':types[extname(f)]??'application/octet-stream'}); r.end(readFileSync(f))}).listen(0);
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox','--disable-gpu']});
let i=0; for(const x of specs){const [p,w,t,...o]=x.split('@'); const pg=await b.newPage({viewport:{width:+w,height:o.includes('full')?900:1000},colorScheme:t}); await pg.goto('http://localhost:'+s.address().port+p); if(o.includes('open')) await pg.evaluate(()=>document.querySelectorAll('.details details:not(.variant)').forEach(d=>d.open=true)); await pg.waitForTimeout(300); 
if(w<500){const sw=await pg.evaluate(()=>document.documentElement.scrollWidth); if(sw>w) console.log('OVERFLOW',p,sw);}
await pg.screenshot({path:`${prefix}-${i++}.png`,fullPage:o.includes('full')}); await pg.close()}
await b.close(); s.close();
