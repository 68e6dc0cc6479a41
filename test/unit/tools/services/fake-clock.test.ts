import { offsetText } from '../../../../tools/services/fake-clock';

test('the offset of the clock is written as libfaketime reads it: signed seconds', () => {
	expect(offsetText(34_214_400_250)).toBe('+34214400.250\n');
});
