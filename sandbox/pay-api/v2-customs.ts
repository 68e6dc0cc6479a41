import { change, declare, proceed, redeclare } from '../customs/declare';
import type { CustomsDeclaration, DeclarationRequest } from '../customs/declaration';
import { checkIdentity } from '../customs/identity';
import { CustomsRefusal } from '../customs/refusal';
import type { WeChat } from '../platform/wechat';

type Fields = Record<string, string>;

const AMOUNTS = ['order_fee', 'product_fee', 'transport_fee', 'duty'] as const;

/** Customs declarations of domestic merchants, by the ends of their paths below `/cgi-bin/mch`. */
export const V2_CUSTOMS: Record<string, (fields: Fields, wechat: WeChat) => Fields> = {
	'/customs/customdeclareorder': (fields, wechat) =>
		refusing(() => {
			const request = asked(fields);
			const act = { ADD: declare, MODIFY: change }[fields.action_type ?? 'ADD'];
			if (!act) throw new CustomsRefusal('PARAM_ERROR', 'action_type错误');
			if (request.sub_order_no && fields.fee_type !== 'CNY') {
				throw new CustomsRefusal('INVALID_REQUEST', '交易币种与结算币种不一致');
			}
			const one = act(request, wechat);
			const buyer = {
				certificate_id: fields.cert_id ?? '',
				certificate_name: fields.name ?? '',
			};
			if (fields.cert_type === 'IDCARD') checkIdentity(one, buyer, wechat.customsRules);
			return answered(one);
		}),
	'/customs/customdeclarequery': (fields, wechat) =>
		refusing(() => {
			const living = ofPayment(fields, wechat);
			for (const one of living) proceed(one, wechat);
			const rows = living.flatMap((one, index) =>
				Object.entries(row(one)).map(([name, value]) => [`${name}_${index}`, value]),
			);
			return {
				transaction_id: fields.transaction_id ?? '',
				count: String(living.length),
				...verified(fields.transaction_id),
				...(Object.fromEntries(rows) as Fields),
			};
		}),
	'/newcustoms/customdeclareredeclare': (fields, wechat) =>
		refusing(() => {
			const one = wechat.customs
				.all()
				.find(
					(known) =>
						!known.void &&
						known.customs === fields.customs &&
						(fields.sub_order_no
							? known.sub_order_no === fields.sub_order_no
							: known.transaction_id === fields.transaction_id && !known.sub_order_no),
				);
			if (!one) throw new CustomsRefusal('INVALID_REQUEST', '查询指定记录不存在');
			return answered(redeclare(one, wechat));
		}),
};

function refusing(act: () => Fields): Fields {
	try {
		return { result_code: 'SUCCESS', ...act() };
	} catch (error) {
		if (!(error instanceof CustomsRefusal)) throw error;
		return { result_code: 'FAIL', err_code: error.code, err_code_des: error.message };
	}
}

function ofPayment(
	{ transaction_id = '', customs = '' }: Fields,
	wechat: WeChat,
): CustomsDeclaration[] {
	const living = wechat.customs.living({ transaction_id, customs });
	if (living.length > 0) return living;
	throw new CustomsRefusal('INVALID_REQUEST', '查询指定记录不存在');
}

function asked(fields: Fields): DeclarationRequest {
	const amounts = AMOUNTS.flatMap((name) =>
		fields[name] === undefined ? [] : [[name, Number(fields[name])]],
	);
	return {
		out_trade_no: fields.out_trade_no ?? '',
		transaction_id: fields.transaction_id ?? '',
		customs: fields.customs ?? '',
		merchant_customs_no: fields.mch_customs_no ?? '',
		...(fields.sub_order_no ? { sub_order_no: fields.sub_order_no } : {}),
		...Object.fromEntries(amounts),
	};
}

const verified = (transaction_id = ''): Fields => ({
	verify_department: 'UNIONPAY',
	verify_department_trade_id: `2018${transaction_id}`,
});

const v2Time = (rfc3339: string): string => rfc3339.slice(0, 19).replace(/\D/g, '');

function answered(one: CustomsDeclaration): Fields {
	const { out_trade_no, transaction_id, sub_order_no, sub_order_id, state } = one;
	return {
		state,
		transaction_id,
		out_trade_no,
		...(sub_order_no === undefined ? {} : { sub_order_no }),
		...(sub_order_id === undefined ? {} : { sub_order_id }),
		modify_time: v2Time(one.modify_time),
		cert_check_result: one.certificate_check_result,
		...verified(transaction_id),
	};
}

function row(one: CustomsDeclaration): Fields {
	const amounts = AMOUNTS.flatMap((name) =>
		one[name] === undefined ? [] : [[name, String(one[name])]],
	);
	return {
		...(one.sub_order_no === undefined ? {} : { sub_order_no: one.sub_order_no }),
		...(one.sub_order_id === undefined ? {} : { sub_order_id: one.sub_order_id }),
		mch_customs_no: one.merchant_customs_no,
		customs: one.customs,
		fee_type: 'CNY',
		...(Object.fromEntries(amounts) as Fields),
		state: one.state,
		...(one.explanation && { explanation: one.explanation }),
		modify_time: v2Time(one.modify_time),
		cert_check_result: one.certificate_check_result,
	};
}
