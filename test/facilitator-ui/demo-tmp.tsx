import { runConsole } from '../../facilitator-ui/console.tsx';
import { controlClient, richView } from './support.ts';
const client = controlClient(richView((process.argv[3] as any) ?? 'running'));
const t0 = Date.now();
const a0 = client.at;
(client as any).now = () => a0 + Math.floor((Date.now() - t0) * 12);
await runConsole({
  client,
  lang: (process.argv[2] as any) ?? 'da',
  links: ['http://192.168.1.20:8080/#t=abc'],
  qr: Array(17).fill('█▀▀▀▀█ ▄█▀▄').join('\n'),
  onQuit: 'stop',
});
console.log('left', JSON.stringify(client.acts));
process.exit(0);
