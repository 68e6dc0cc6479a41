import {
	ACKNOWLEDGED,
	combineAnswers,
	refused,
	type Answer,
} from '../../../../lib/batching/answers';

const setUp = (wholes: Record<string, string[]>) => {
	const given: Array<[string, Answer]> = [];
	const answerPart = combineAnswers(new Map(Object.entries(wholes)), (whole, answer) =>
		given.push([whole, answer]),
	);
	return { given, answerPart };
};

describe('the answer to a combined order', () => {
	it('acknowledges it with its last part', () => {
		const { given, answerPart } = setUp({ whole: ['a', 'b'] });
		answerPart('a', ACKNOWLEDGED);
		answerPart('a', ACKNOWLEDGED);
		expect(given).toEqual([]);
		answerPart('b', ACKNOWLEDGED);
		expect(given).toEqual([['whole', ACKNOWLEDGED]]);
	});

	it('refuses it with the first part that is refused, once', () => {
		const { given, answerPart } = setUp({ whole: ['a', 'b', 'c'] });
		answerPart('a', ACKNOWLEDGED);
		answerPart('b', refused('NOT_RECORDED'));
		answerPart('c', refused('RUN_FAILED'));
		expect(given).toEqual([['whole', refused('NOT_RECORDED')]]);
	});

	it('counts a part for each whole that has it, and knows no others', () => {
		const { given, answerPart } = setUp({ whole: ['a', 'b'], alone: ['b'] });
		answerPart('b', ACKNOWLEDGED);
		answerPart('unknown', ACKNOWLEDGED);
		expect(given).toEqual([['alone', ACKNOWLEDGED]]);
		answerPart('a', ACKNOWLEDGED);
		expect(given).toHaveLength(2);
	});
});
