import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { getPayload } from 'payload';
import PostalMime from 'postal-mime';
import { chromium } from 'playwright-core';
import sparticuz from '@sparticuz/chromium';
process.env.DATA_DIR='/tmp/email-look'; process.env.DEMO='1';
const { default: config } = await import('./payload.config.ts');
const { createEmailPublisher } = await import('./publishers/email/email-publisher.ts');
const { createTransport } = await import('./publishers/email/transport.ts');
const { createLibrary } = await import('./publishers/library.ts');
const { createReleaseLog } = await import('./publishers/release-log.ts');
const payload = await getPayload({ config });
for (const c of ['subscribers','enrolments','deliveries','delivery-contents'] as const) await payload.db.deleteMany({collection:c, where:{}});
rmSync('/tmp/email-outbox',{recursive:true,force:true}); mkdirSync('/tmp/email-outbox');
let t=new Date('2026-11-23T09:00:00Z').getTime();
const site='http://localhost:3999';
const transport=createTransport('file:',{outboxDir:'/tmp/email-outbox'});
const pub=createEmailPublisher({payload,transport,secret:'x'.repeat(40),mailFrom:'Imprimatur <courses@example.org>',postalAddress:'Imprimatur, 1 Example Road, Exampletown EX1 2MP',siteUrl:site,demo:true,library:createLibrary({log:createReleaseLog(payload),now:()=>performance.now()}).current,now:()=>new Date(t),onError:(e)=>console.error(e)});
const server=createServer(async (req,res)=>{const chunks=[];for await(const c of req)chunks.push(c);const r=await pub.respond(new Request(site+req.url,{method:req.method,headers:req.headers as any,body:chunks.length?Buffer.concat(chunks):undefined}));res.writeHead(r.status,Object.fromEntries(r.headers));res.end(Buffer.from(await r.arrayBuffer()));}).listen(3999);
const post=(p:string,f={})=>fetch(site+p,{method:'POST',redirect:'manual',body:new URLSearchParams(f)});
console.log((await post('/courses/hip-pain/subscribe',{email:'anna@example.net',timeZone:'Europe/London',consent:'yes'})).status);
console.log(await pub.runDue());
const mails=async()=>Promise.all(readdirSync('/tmp/email-outbox').sort().map(async f=>{const raw=readFileSync('/tmp/email-outbox/'+f);return {size:raw.length,...(await PostalMime.parse(raw))}}));
const confirm=/(\/confirm\/[\w-]+)/.exec((await mails())[0]!.text!)![1]!;
const browser=await chromium.launch({executablePath:await sparticuz.executablePath(),args:['--no-sandbox','--headless=shell','--disable-gpu','--no-first-run','--disable-background-networking']});
const shot=async(name:string,url:string,w:number,dark=false)=>{const p=await browser.newPage({viewport:{width:w,height:900},colorScheme:dark?'dark':'light'});await p.goto(url);const sw=await p.evaluate('document.documentElement.scrollWidth');if(Number(sw)>w)console.log('OVERFLOW',name,w,sw);await p.screenshot({path:`/tmp/email-shots/${name}-${w}${dark?'-dark':''}.png`,fullPage:true});await p.close();};
mkdirSync('/tmp/email-shots',{recursive:true});
for(const w of [390,1280]){await shot('course',site+'/courses/hip-pain',w);await shot('confirm',site+confirm,w);}
await post(confirm); console.log(await pub.runDue());
for(let i=0;i<7;i++){t+=2*86400000;const r=await pub.runDue();}
const all=await mails();
for(const m of all){const html=m.html!;console.log(m.size,Buffer.byteLength(html),m.subject);}
for(const [i,m] of all.entries()){writeFileSync(`/tmp/email-shots/mail${i}.html`,m.html!);writeFileSync(`/tmp/email-shots/mail${i}.txt`,m.text!);}
const link=(m:any,k:string)=>new RegExp(`(/${k}/[\\w-]+)`).exec(m.text)![1]!;
for(const w of [390,1280]){for(const i of [0,1,2,4])await shot('mail'+i,`file:///tmp/email-shots/mail${i}.html`,w);await shot('prefs',site+link(all[1],'preferences'),w);}
await shot('mail2',`file:///tmp/email-shots/mail2.html`,390,true); await shot('course',site+'/courses/hip-pain',390,true);
await shot('unsub',site+link(all[1],'unsubscribe'),390);
// error form
const p=await browser.newPage({viewport:{width:390,height:900}});await p.goto(site+'/courses/hip-pain');await p.fill('#email','nonsense');await p.click('form button');await p.screenshot({path:'/tmp/email-shots/errors-390.png',fullPage:true});
await p.fill('#email','b@example.net');await p.check('#consent');await p.click('form button');console.log(p.url());await p.screenshot({path:'/tmp/email-shots/inbox-390.png',fullPage:true});
await browser.close();server.close();await payload.destroy();process.exit(0);
