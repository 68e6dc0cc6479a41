import { n8nService } from './n8n-service';
import { odooService } from './odoo-service';
import { postgresService } from './postgres-service';
import { redisService } from './redis-service';
import type { Service } from './service';

/** Everything that `npm run services` knows; the first one is what `up` starts by itself. */
export const SERVICES: [Service, ...Service[]] = [
	odooService('19'),
	odooService('14'),
	n8nService,
	postgresService,
	redisService,
];
