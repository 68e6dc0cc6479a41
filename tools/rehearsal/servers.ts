import type { createSandbox } from '../../sandbox';
import type { OrderingStack } from '../services/ordering-stack';
import type { N8nServer } from '../services/n8n';
import type { OdooServer } from '../services/odoo-server';

/** An n8n and an Odoo of the user's own. */
export interface OwnServers {
	n8n: Pick<N8nServer, 'url' | 'owner'>;
	odoo: OdooServer;
}

/** What a fault needs of an n8n that was started here. */
export type KillableN8n = Pick<
	N8nServer,
	'kill' | 'restart' | 'pid' | 'processors' | 'database' | 'disk' | 'url' | 'owner'
>;

/** What a chain is made of before it is joined up. */
export type Servers = Pick<OrderingStack, 'odoo' | 'admin' | 'sandbox' | 'client'> & {
	n8n: Pick<N8nServer, 'url'> & Partial<Pick<N8nServer, 'webhookUrl'>>;
	killable?: KillableN8n;
	stop(): Promise<void>;
};

export type SandboxSetting = NonNullable<Parameters<typeof createSandbox>[0]>;
