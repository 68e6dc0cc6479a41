import type { ControlRoute } from './route';

/** Subscribe messages: templates, what buyers allow, and what they got. */
export const messageRoutes: ControlRoute[] = [
	{ method: 'GET', path: '/messages', handle: (_asked, { serverApi }) => serverApi.messages() },
	{
		method: 'POST',
		path: '/templates',
		handle: ({ body }, { serverApi }) => {
			const template = JSON.parse(body) as { template_id?: string; keys?: string[] };
			const { template_id, keys = [] } = template;
			if (!template_id) throw new Error('template_id is missing');
			serverApi.addTemplate(template_id, keys);
			return { template_id, keys };
		},
	},
	{
		method: 'POST',
		path: '/subscriptions',
		handle: ({ body }, { serverApi }) => {
			const grant = JSON.parse(body) as { openid?: string; template_id?: string; times?: number };
			const { openid, template_id, times = 1 } = grant;
			if (!openid || !template_id) throw new Error('openid or template_id is missing');
			serverApi.grant(openid, template_id, times);
			return { openid, template_id, times };
		},
	},
];
