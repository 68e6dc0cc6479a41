import type { WeChat } from '../platform/wechat';
import type { Phone } from './phone';
import { Switches } from './switches';

export function createPhone(
	{ faults, shares }: Pick<WeChat, 'faults' | 'shares'>,
	notifyUrl: string | undefined,
): Phone {
	const setCopies = (copies: number): void => {
		phone.copies = copies;
	};
	const phone: Phone = {
		notifyUrl,
		copies: 1,
		bought: new Map(),
		switches: new Switches({ faults, shares, setCopies }),
	};
	return phone;
}
