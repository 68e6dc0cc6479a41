import { createHash } from 'node:crypto';

import { parseObject } from '../core/json';
import type { WeChat } from '../platform/wechat';
import type { App } from '../server/app';
import { paramError, WeChatError } from './errors';
import { jsonBody } from './request';

const MOST_BYTES = 2 * 1024 * 1024;

/** Images of complaints: uploaded as a form of which only `meta` is signed, downloaded as they are. */
export function addComplaintImages(api: App, folder: string, { complaints }: WeChat): void {
	api.post(`${folder}/images/upload`, async (call) => {
		const { meta, file } = await call.req.parseBody();
		const described = parseObject(String(meta));
		if (!(file instanceof File)) throw paramError('file', '', 'is missing', 'body');
		const bytes = Buffer.from(await file.arrayBuffer());
		if (bytes.length > MOST_BYTES) throw paramError('file', '', 'is larger than 2MB', 'body');
		if (described?.sha256 !== createHash('sha256').update(bytes).digest('hex')) {
			throw paramError('sha256', '', 'does not match the file', 'body');
		}
		return call.json({ media_id: complaints.addImage(bytes) });
	});
	api.get(`${folder}/images/:id`, (call) => {
		const bytes = complaints.images.get(call.req.param('id'));
		if (!bytes) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '图片不存在');
		return call.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/png' });
	});
}

/** The address that notifications of complaints are sent to. */
export function addComplaintAddress(api: App, path: string, { complaints, mchid }: WeChat): void {
	const none = () => new WeChatError(400, 'RESOURCE_NOT_EXISTS', '投诉通知回调地址不存在');
	const answer = () => ({ mchid, url: complaints.url });
	api.get(path, (call) => {
		if (complaints.url === undefined) throw none();
		return call.json(answer());
	});
	for (const method of ['post', 'put'] as const) {
		api[method](path, async (call) => {
			const { url } = await jsonBody(call);
			const isNew = complaints.url === undefined;
			if (method === 'put' && isNew) throw none();
			if (method === 'post' && !isNew) {
				throw new WeChatError(400, 'INVALID_REQUEST', '投诉通知回调地址已存在');
			}
			if (typeof url !== 'string' || !URL.canParse(url)) {
				throw paramError('url', String(url), 'is no address', 'body');
			}
			complaints.url = url;
			return call.json(answer());
		});
	}
	api.delete(path, (call) => {
		complaints.url = undefined;
		return call.body(null, 204);
	});
}
