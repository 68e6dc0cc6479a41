import type { Api } from './api';
import { WeChatError } from './wechat-error';

/** The bill itself: the request is signed, the answer is not. */
export const downloadBill: Api = {
	method: 'GET',
	path: '/v3/billdownload/file',
	handle: ({ query }, { billFiles, now }) => {
		const file = billFiles.withToken(query.get('token') ?? '', now());
		if (!file) throw new WeChatError(404, 'RESOURCE_NOT_EXISTS', '下载地址已失效');
		const { bytes, contentType } = file;
		return { status: 200, file: { bytes, headers: { 'Content-Type': contentType } } };
	},
};
