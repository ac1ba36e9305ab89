/** Cases with known answers, proved by two solvers. */

export const TOFU = {
  id: 'P1-single-item-calendar-shelf-pack-moq-tier',
  days: 14,
  suppliers: [{ id: 'A', order_cost: 18, arrival_days: [0, 2, 4, 7, 9, 11], min_order_value: 0 }],
  items: [
    {
      name: 'tofu kg',
      demand: [22, 18, 25, 30, 41, 0, 0, 24, 19, 27, 33, 44, 0, 0],
      shelf_life: 4,
      holding_per_day: 0.05,
      waste_cost: 0.5,
      lots: [{ qty: 15, last_use_day: 1 }],
      offers: {
        A: {
          pack: 6,
          moq: 12,
          tiers: [
            { from: 0, price: 2.0 },
            { from: 96, price: 1.9 },
          ],
        },
      },
    },
  ],
}

export const THREE_ITEMS = {
  id: 'P2-three-items-two-suppliers-min-order-value',
  days: 7,
  suppliers: [
    { id: 'A', order_cost: 25, arrival_days: [0, 2, 4], min_order_value: 150 },
    { id: 'B', order_cost: 10, arrival_days: [0, 1, 2, 3, 4, 5], min_order_value: 60 },
  ],
  items: [
    {
      name: 'pork kg',
      demand: [14, 12, 16, 15, 18, 9, 7],
      shelf_life: 3,
      holding_per_day: 0.2,
      waste_cost: 1,
      lots: [{ qty: 10, last_use_day: 0 }],
      offers: {
        A: {
          pack: 5,
          moq: 5,
          tiers: [
            { from: 0, price: 8.0 },
            { from: 40, price: 7.6 },
          ],
        },
        B: { pack: 2, moq: 2, tiers: [{ from: 0, price: 8.6 }] },
      },
    },
    {
      name: 'cabbage kg',
      demand: [20, 25, 22, 24, 30, 12, 10],
      shelf_life: 5,
      holding_per_day: 0.03,
      waste_cost: 0.2,
      lots: [],
      offers: {
        A: { pack: 10, moq: 20, tiers: [{ from: 0, price: 1.2 }] },
        B: { pack: 10, moq: 10, tiers: [{ from: 0, price: 1.35 }] },
      },
    },
    {
      name: 'rice kg',
      demand: [30, 30, 30, 30, 30, 20, 20],
      shelf_life: 60,
      holding_per_day: 0.01,
      waste_cost: 0,
      lots: [{ qty: 25, last_use_day: 50 }],
      offers: {
        A: {
          pack: 25,
          moq: 25,
          tiers: [
            { from: 0, price: 2.4 },
            { from: 150, price: 2.25 },
          ],
        },
        B: { pack: 25, moq: 25, tiers: [{ from: 0, price: 2.5 }] },
      },
    },
  ],
}

export const TEN_DAYS = {
  id: 'H3',
  days: 10,
  suppliers: [
    { id: 'A', order_cost: 30, arrival_days: [0, 2, 4, 7, 9], min_order_value: 200 },
    { id: 'B', order_cost: 12, arrival_days: [0, 1, 2, 3, 4, 5, 7, 8, 9], min_order_value: 80 },
  ],
  items: [
    {
      name: 'item0',
      demand: [35, 30, 19, 33, 17, 10, 10, 34, 24, 19],
      shelf_life: 2,
      holding_per_day: 0.02,
      waste_cost: 0.62,
      lots: [{ qty: 25, last_use_day: 0 }],
      offers: {
        A: {
          pack: 5,
          moq: 5,
          tiers: [
            { from: 0, price: 6.24 },
            { from: 60, price: 5.93 },
          ],
        },
        B: { pack: 2, moq: 4, tiers: [{ from: 0, price: 6.61 }] },
      },
    },
    {
      name: 'item1',
      demand: [18, 19, 18, 10, 14, 6, 6, 18, 10, 10],
      shelf_life: 10,
      holding_per_day: 0.02,
      waste_cost: 0.32,
      lots: [{ qty: 15, last_use_day: 0 }],
      offers: {
        A: {
          pack: 5,
          moq: 5,
          tiers: [
            { from: 0, price: 3.18 },
            { from: 60, price: 3.02 },
          ],
        },
        B: { pack: 2, moq: 4, tiers: [{ from: 0, price: 3.37 }] },
      },
    },
    {
      name: 'item2',
      demand: [11, 10, 9, 10, 7, 3, 3, 8, 9, 12],
      shelf_life: 10,
      holding_per_day: 0.02,
      waste_cost: 0.57,
      lots: [{ qty: 8, last_use_day: 1 }],
      offers: {
        A: {
          pack: 5,
          moq: 5,
          tiers: [
            { from: 0, price: 5.66 },
            { from: 60, price: 5.38 },
          ],
        },
        B: { pack: 2, moq: 4, tiers: [{ from: 0, price: 6.0 }] },
      },
    },
  ],
}
