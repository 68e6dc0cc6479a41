import { USUAL_QUEUE } from '../services/n8n-queue';
import { FAULTS } from './faults';
import { PROFILES, titleOf } from './profiles';

export const USAGE = `npm run rehearse -- [options]

  --profile <name>    ${PROFILES.map((one) => `${one.name}: ${titleOf(one)}`).join('\n                      ')}
                      (${PROFILES[0].name})
  --orders <number>   other than the profile's
  --compress <number> how many times faster, WeChat's resends included (1)
  --mode <mode>       workflow or immediately: when WeChat is answered (workflow)
  --fault <name>      in mid-surge, with its seconds if you like, e.g. odoo-down:30; as often as you like:
                      ${Object.entries(FAULTS)
												.map(([name, { words, seconds }]) => `${name}: ${words} (${seconds} s)`)
												.join('\n                      ')}
  --queue             n8n in queue mode, ${USUAL_QUEUE.webhooks} webhook processors and ${USUAL_QUEUE.workers} workers, or as many as
  --webhooks <number> --workers <number>
  --stock <units>     of the hot product (as many as are ordered)
  --seed <text>       the same seed makes the same campaign (the time)
  --report <path>     where the page goes, its figures beside it as .json (rehearsal.html)
  --charts <folder>   the charts as .svg files too, named by profile, mode and queue mode
  --json              the last line is the report as one JSON object

Your own servers, with a test database that may be thrown away:
  --n8n <url> --n8n-email <email>                        password in N8N_PASSWORD
  --odoo <url> --test-database <name> --odoo-login <l>   API key in ODOO_API_KEY
  --odoo-admin <login>                                   password in ODOO_ADMIN_PASSWORD
  --help              this text`;
