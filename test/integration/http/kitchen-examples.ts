import * as crew from '../../../src/http/kitchen/crew/contract'
import * as labels from '../../../src/http/kitchen/labels/contract'
import * as safety from '../../../src/http/kitchen/safety/contract'
import * as sensors from '../../../src/http/kitchen/sensors/contract'
import * as service from '../../../src/http/kitchen/service/contract'
import * as transfers from '../../../src/http/kitchen/transfers/contract'
import * as planning from '../../../src/http/kitchen/planning/contract'
import * as menus from '../../../src/http/operator/menus/contract'
import * as recipes from '../../../src/http/operator/recipes/contract'
import * as allergens from '../../../src/http/store/allergens/contract'
import { OPERATOR, type ServiceDay } from '../../support/service-day'
import type { Example } from './examples'

const as = 'kitchen'

/** One request for every operation around the stove: food safety, transfers, labels, what ran out, who is at work. */
export function stoveExamples({ service: meal, food, menuDayId }: ServiceDay): Example[] {
  const site = { siteId: meal.siteId }
  const { batchId, dishId, otherDishId, outageId, sampleId, transferId, toSiteId, readingId, sensor, now } = food
  return [
    { endpoint: safety.showSafety, as, params: site },
    { endpoint: safety.holdBatch, as, params: { ...site, batchId }, body: { mode: 'hot' } },
    { endpoint: safety.noteReading, as, params: site, body: { place: 'cold_store', celsius: 3.4 } },
    {
      endpoint: safety.keepSample,
      as,
      params: site,
      body: { menuDayId, dishId: otherDishId, grams: 130, place: 'Fridge 2' },
    },
    { endpoint: safety.disposeSample, as, params: { sampleId }, refused: 'sample_kept' },
    {
      endpoint: safety.signCheck,
      as,
      params: site,
      body: { rhythm: 'daily', signature: '林师傅', answers: food.answers },
    },
    { endpoint: sensors.addSensor, as, params: site, body: { place: 'vehicle', name: 'Van 2' } },
    {
      endpoint: sensors.takeReadings,
      as: 'anyone',
      body: { key: sensor.key, readings: [{ celsius: -19.5, at: now }] },
    },
    { endpoint: sensors.removeSensor, as, params: { sensorId: sensor.sensorId } },
    { endpoint: sensors.correctReading, as, params: { readingId }, body: { action: 'The door was closed' } },
    { endpoint: labels.printBoxLabels, as, params: meal },
    { endpoint: labels.printSampleLabel, as, params: { sampleId } },
    { endpoint: transfers.listTransfers, as, params: site },
    { endpoint: transfers.sendFood, as, params: site, body: { batchId, toSiteId, portions: 1, mode: 'hot' } },
    { endpoint: transfers.receiveFood, as, params: { transferId }, body: { received: 4, reason: 'A lid was open' } },
    { endpoint: crew.showShift, as, params: site },
    { endpoint: crew.clockIn, as, params: site },
    { endpoint: crew.clockOut, as, params: site },
    { endpoint: crew.showOutput, as, query: { to: meal.serviceDate } },
    { endpoint: planning.showSetUp, as, params: site },
    {
      endpoint: planning.setUpStation,
      as,
      params: { ...site, code: 'wok' },
      body: { places: 3, soonMinutes: 6, lateMinutes: 1 },
    },
    { endpoint: planning.setCooks, as, params: site, body: { cooks: 5 } },
    {
      endpoint: planning.reportOutage,
      as,
      params: site,
      body: { station: 'wok', places: 1, from: food.outage.from, until: food.outage.until },
    },
    { endpoint: planning.mendOutage, as, params: { outageId } },
    { endpoint: planning.listPrep, as, params: { ...site, serviceDate: meal.serviceDate } },
    { endpoint: planning.markPrep, as, params: meal, body: { taskId: `${dishId}:1`, done: true } },
    { endpoint: service.showIntake, as, params: site },
    {
      endpoint: service.setIntake,
      as,
      params: site,
      body: { mode: 'open', leadMinutes: 0, until: null, minutesPerMeal: null },
    },
    {
      endpoint: service.noteWaste,
      as,
      params: site,
      body: { serviceDate: meal.serviceDate, period: 'lunch', dishId, portions: 2, cause: 'left_over' },
    },
    { endpoint: service.showLeftOvers, as, params: meal },
    { endpoint: service.markSoldOut, as, params: meal, body: { dishId, portionsLeft: 100 } },
  ]
}

/** Recipes, and what somebody cannot eat. */
export const recipeExamples = (): Example[] => [
  { endpoint: menus.showMenus, as: 'operator' },
  {
    endpoint: menus.replaceMenuDay,
    as: 'operator',
    params: { siteId: 'site_k1', serviceDate: '2030-01-07', period: 'lunch' },
    body: { dishes: [] },
  },
  {
    endpoint: menus.setCalendar,
    as: 'operator',
    params: { siteId: 'site_k1' },
    body: { closedOnHolidays: false, madeUpAs: 5 },
  },
  { endpoint: recipes.listRecipes, as: 'operator' },
  {
    endpoint: recipes.saveRecipe,
    as: 'operator',
    body: {
      operatorId: OPERATOR,
      basedOn: 0,
      name: { zh: '蒜蓉油', en: 'Garlic oil' },
      yieldGrams: 500,
      batchPortions: 1,
      steps: [{ text: { zh: '熬', en: 'Simmer' }, station: 'wok', minutes: 12, attended: true, when: 'day_before' }],
      lines: [{ ingredientId: 'ing_garlic', quantity: 500, wasteBps: 800 }],
    },
  },
  { endpoint: allergens.showAllergens, as: 'guest' },
  { endpoint: allergens.declareAllergens, as: 'guest', body: { codes: [] } },
]
