import type { BodyMap } from './publishers/site/finding/body-map.ts';

/** Pelvis and thighs, the same from the front and from the back. */
const TRUNK =
  'M0,-8L104,-8C106,34 110,66 122,104C138,146 157,188 161,240C165,304 157,376 147,440C138,496 126,552 120,620L44,620C43,552 35,474 26,422C18,376 11,336 8,304Q0,290 -8,304C-11,336 -18,376 -26,422C-35,474 -43,552 -44,620L-120,620C-126,552 -138,496 -147,440C-157,376 -165,304 -161,240C-157,188 -138,146 -122,104C-110,66 -106,34 -104,-8Z';
const SIDE =
  'M58,-8C52,40 44,84 46,124C48,160 58,190 64,216C56,262 48,310 52,372C56,452 74,540 82,620L164,620C166,560 184,470 194,392C199,352 197,322 199,300C218,284 231,250 230,208C229,166 210,130 190,104C176,84 168,62 170,34C171,16 174,4 175,-8Z';
const BONES = {
  shapes: [
    'M70,-95C84,-104 98,-112 104,-128C112,-160 112,-182 124,-206C142,-246 190,-290 196,-336C196,-400 110,-470 0,-496C-90,-514 -190,-500 -222,-440C-240,-398 -236,-352 -214,-318C-178,-264 -168,-190 -160,-120C-158,-82 -176,-52 -216,-32C-270,-8 -330,14 -372,22C-386,60 -388,120 -376,158C-352,178 -318,190 -286,222C-250,262 -190,318 -128,322C-78,322 -52,286 -58,244C-62,210 -58,168 -46,140L-50,107A118,118 0 1 1 70,-95ZM-150,96C-190,50 -262,58 -290,86C-312,110 -300,142 -268,168C-240,192 -206,226 -168,224C-132,220 -124,132 -150,96Z',
    'M92,-38C104,8 124,46 150,44C168,42 172,0 192,-12C215,-24 246,8 252,55C258,100 240,150 222,260C206,420 172,900 140,1900L50,1900C78,900 104,420 108,320C110,272 84,262 84,232C84,205 100,195 92,170C85,140 55,120 38,92A99.5,99.5 0 1 1 92,-38Z',
  ],
  place: 'translate(84,226) scale(.217)',
};

/**
 * The maps of the body of this installation, handed in to the channels: which area of a drawing is which place. They say
 * no word: what a place is called comes from entries. Which places there are is data of a library; a guide whose body
 * area has no map here shows the list of places alone (ADR 0093).
 */
export const BODY_MAPS: readonly BodyMap[] = [
  {
    bodyArea: 'Hip',
    order: ['groin', 'inner-thigh', 'front-thigh', 'outer-hip', 'buttock', 'back-thigh', 'lower-back'],
    views: [
      {
        seenFrom: 'front',
        size: { width: 360, height: 612 },
        middle: 180,
        outline: TRUNK,
        bones: BONES,
        creases: ['M0,92v10'],
        regions: [
          {
            place: 'groin',
            shape:
              'M100,162C84,194 58,224 30,243C21,249 11,253 4,254L4,291C18,293 34,292 46,288C78,270 102,242 116,208C114,190 109,174 100,162Z',
            mirrored: true,
            number: { x: 70, y: 240 },
          },
          {
            place: 'inner-thigh',
            shape: 'M-2,298C18,301 34,300 48,297C55,352 57,424 64,492C58,504 44,510 20,508L-2,420Z',
            mirrored: true,
            number: { x: 36, y: 372 },
          },
          {
            place: 'front-thigh',
            shape:
              'M55,293C82,278 104,254 118,224C130,258 134,306 131,358C128,426 122,476 114,514C104,528 86,528 76,516C66,440 64,360 55,293Z',
            mirrored: true,
            number: { x: 97, y: 372 },
          },
          {
            place: 'outer-hip',
            shape: 'M108,152L180,132L180,362L138,362C141,312 137,258 123,216C122,192 117,170 108,152Z',
            mirrored: true,
            number: { x: 144, y: 244 },
          },
        ],
      },
      {
        seenFrom: 'side',
        size: { width: 280, height: 612 },
        middle: 0,
        outline: SIDE,
        creases: ['M198,300C186,308 170,308 158,300M66,216C76,222 84,224 92,222'],
        regions: [
          {
            place: 'lower-back',
            shape: 'M124,14L190,8L214,120L150,134C132,100 124,56 124,14Z',
            number: { x: 156, y: 76 },
          },
          {
            place: 'buttock',
            shape: 'M152,144L250,108L250,300L196,310C176,306 164,300 160,290C168,240 166,190 152,144Z',
            number: { x: 196, y: 222 },
          },
          {
            place: 'outer-hip',
            shape:
              'M94,150C112,138 130,136 144,144C158,190 160,244 152,296C146,330 132,344 120,344C106,340 98,320 96,290C92,240 88,196 94,150Z',
            number: { x: 124, y: 244 },
          },
          {
            place: 'groin',
            shape: 'M30,170L86,158C82,190 84,224 90,262L30,256Z',
            number: { x: 74, y: 208 },
          },
          {
            place: 'front-thigh',
            shape: 'M30,268L90,272C92,312 100,340 118,354C120,420 116,480 110,526L40,526Z',
            number: { x: 84, y: 416 },
          },
          {
            place: 'back-thigh',
            shape:
              'M128,354C142,350 154,326 158,304C170,314 186,318 230,312L230,500C190,524 160,530 136,526C126,522 122,512 124,500C130,450 131,404 128,354Z',
            number: { x: 160, y: 416 },
          },
        ],
      },
      {
        seenFrom: 'back',
        size: { width: 360, height: 612 },
        middle: 180,
        outline: TRUNK,
        bones: BONES,
        creases: [
          'M0,10V116M0,160V292M-10,300C-44,318 -92,314 -124,290M10,300C44,318 92,314 124,290',
          'M-44,140q8,-8 14,2M44,140q-8,-8 -14,2',
        ],
        regions: [
          {
            place: 'lower-back',
            shape:
              'M-84,18C-44,8 44,8 84,18C90,56 100,90 114,116C78,130 38,140 0,148C-38,140 -78,130 -114,116C-100,90 -90,56 -84,18Z',
            number: { x: 0, y: 78 },
          },
          {
            place: 'buttock',
            shape: 'M6,158C38,150 76,142 104,131C118,160 124,206 119,250C112,286 84,303 50,303C33,303 16,299 6,291Z',
            mirrored: true,
            number: { x: 64, y: 226 },
          },
          {
            place: 'outer-hip',
            shape: 'M112,132L180,112L180,362L136,362C139,330 137,306 127,272C132,222 126,168 112,132Z',
            mirrored: true,
            number: { x: 145, y: 244 },
          },
          {
            place: 'back-thigh',
            shape:
              'M12,311C48,319 94,312 120,285C131,318 134,366 127,424C122,466 117,494 111,514C98,527 70,527 58,514C46,448 32,380 12,311Z',
            mirrored: true,
            number: { x: 80, y: 408 },
          },
        ],
      },
    ],
  },
];
