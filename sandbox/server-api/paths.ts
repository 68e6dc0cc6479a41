const BEGINNINGS = ['/cgi-bin/', '/wxa/', '/channels/'];

/** Whether a call is one to api.weixin.qq.com: its paths and WeChat Pay's share no beginning, so both live at one address. */
export const isServerApi = (target: string): boolean =>
	BEGINNINGS.some((beginning) => target.startsWith(beginning));
