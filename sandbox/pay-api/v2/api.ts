import type { WeChat } from '../../platform/wechat';

/** One API of APIv2: XML in, XML out, both signed with the APIv2 key. */
export interface ApiV2 {
	/** POSTed to. */
	path: string;
	/** The fields of the answer, without codes and signature. @throws V2Error to say no */
	handle(fields: Record<string, string>, wechat: WeChat): Record<string, string>;
}

/** The answer `return_code` FAIL. */
export class V2Error extends Error {}
