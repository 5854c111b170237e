/** Landlines in use: area code and subscriber, eleven digits (Decision 2036/QĐ-BTTTT of 21/11/2016). */
export const landline = /^0(?:2[48][2-9]\d{7}|(?:20[3-9]|21[0-689]|22[0-25-9]|23[2-9]|25[124-9]|26[0-39]|27[0-7]|29[0-4679])[2-9]\d{6})$/;

/** Gives a landline of before 2017 its new area code: 031 3842345 → 02253842345. Undefined when no area had the old code. */
export function renewAreaCode(phone: string): string | undefined {
  for (const length of [3, 2, 1]) {
    const area = renewed.get(phone.slice(1, 1 + length));
    const subscriber = phone.slice(1 + length);
    if (area && /^[2-9]\d{6,7}$/.test(subscriber) && landline.test(`0${area}${subscriber}`)) return `0${area}${subscriber}`;
  }
  return undefined;
}

// Old to new, in the three steps of 2017. Phú Thọ 210, Vĩnh Phúc 211, Hòa Bình 218 and Hà Giang 219 kept theirs.
const renewed = new Map(
  `22:212 231:213 20:214 230:215 29:216 52:232 53:233 54:234 510:235 511:236 37:237 38:238 39:239
  33:203 240:204 25:205 26:206 27:207 280:208 281:209 320:220 321:221 241:222 31:225 351:226 36:227 350:228 30:229
  780:290 781:291 710:292 711:293 74:294 76:296 77:297 79:299
  4:24 8:28 61:251 62:252 64:254 55:255 56:256 57:257 58:258 68:259 60:260 501:261 500:262 63:263 59:269
  70:270 651:271 72:272 73:273 650:274 75:275 66:276 67:277`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
);
