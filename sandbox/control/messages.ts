import type { ControlRoutes, Controls } from './controls';

/** Subscribe messages: templates, what buyers allow, and what they got. */
export function addMessages({ get, post }: ControlRoutes, { serverApi }: Controls): void {
	get('/messages', () => serverApi.messages());
	post('/templates', ({ template_id, keys = [] }: { template_id?: string; keys?: string[] }) => {
		if (!template_id) throw new Error('template_id is missing');
		serverApi.addTemplate(template_id, keys);
		return { template_id, keys };
	});
	post(
		'/subscriptions',
		({
			openid,
			template_id,
			times = 1,
		}: {
			openid?: string;
			template_id?: string;
			times?: number;
		}) => {
			if (!openid || !template_id) throw new Error('openid or template_id is missing');
			serverApi.grant(openid, template_id, times);
			return { openid, template_id, times };
		},
	);
}
