import { billAge } from '../bills/bill-day';
import type { WeChat } from '../platform/wechat';
import type { ApiAnswer, ApiRequest } from './api';
import { paramError, WeChatError } from './wechat-error';

/** The day asked for, `yyyy-MM-dd`. @throws WeChatError when it is none, too early or too long ago */
export function billDate(text: string | null, field: string, wechat: WeChat): string {
	const day = text ?? '';
	if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
		throw paramError(field, text, `${field} is no date`);
	}
	const age = billAge(wechat, day);
	if (age === 'early') {
		throw new WeChatError(400, 'STATEMENT_CREATING', '账单生成中，请在次日10点后再试');
	}
	if (age === 'late') throw noStatement();
	return day;
}

export const noStatement = (): WeChatError =>
	new WeChatError(400, 'NO_STATEMENT_EXIST', '请求的账单文件不存在');

/** Puts a bill where it can be downloaded. @throws WeChatError without one, or for an unknown `tar_type` */
export function billAnswer(
	text: string | undefined,
	{ query }: ApiRequest,
	{ billFiles, random, now, apiUrl }: WeChat,
): ApiAnswer {
	const compression = query.get('tar_type');
	if (compression !== null && compression !== 'GZIP') {
		throw paramError('tar_type', compression, 'tar_type is GZIP or left out');
	}
	if (text === undefined) throw noStatement();
	const gzip = compression === 'GZIP';
	const { token, sha1 } = billFiles.keep(text, { gzip, atMs: now(), random });
	return {
		status: 200,
		body: {
			hash_type: 'SHA1',
			hash_value: sha1,
			download_url: `${apiUrl}/v3/billdownload/file?token=${token}`,
		},
	};
}
