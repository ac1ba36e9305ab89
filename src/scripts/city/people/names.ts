import type { Text } from '../../../kernel/text'
import type { Rng } from '../rng'

/** 字 and its sound, without tones. */
const SURNAMES =
  '林 Lin 沈 Shen 陆 Lu 韩 Han 唐 Tang 冯 Feng 许 Xu 程 Cheng 曹 Cao 邓 Deng 潘 Pan 蒋 Jiang 余 Yu 叶 Ye 杜 Du 苏 Su 魏 Wei 丁 Ding 任 Ren 姚 Yao 卢 Lu 钟 Zhong 谭 Tan 贾 Jia 夏 Xia 邹 Zou 石 Shi 秦 Qin 白 Bai 江 Jiang 顾 Gu 孟 Meng 万 Wan 段 Duan 钱 Qian 汤 Tang 尹 Yin 黎 Li 易 Yi 常 Chang'
const FIRST =
  '知 Zhi 云 Yun 书 Shu 景 Jing 若 Ruo 明 Ming 思 Si 家 Jia 文 Wen 清 Qing 海 Hai 晓 Xiao 雨 Yu 春 Chun 玉 Yu 建 Jian 秀 Xiu 志 Zhi 永 Yong 桂 Gui'
const SECOND =
  '安 An 夏 Xia 宁 Ning 禾 He 川 Chuan 遥 Yao 舟 Zhou 岚 Lan 珍 Zhen 林 Lin 华 Hua 芳 Fang 平 Ping 生 Sheng 梅 Mei 峰 Feng 然 Ran 琴 Qin 诚 Cheng 月 Yue'

const syllables = (text: string): Text[] => {
  const words = text.split(' ')
  return Array.from({ length: words.length / 2 }, (_, i) => ({ zh: words[i * 2] ?? '', en: words[i * 2 + 1] ?? '' }))
}

const surnames = syllables(SURNAMES)
const first = syllables(FIRST)
const second = syllables(SECOND)

/** A name put together from syllables; in English the given name comes first. */
export function nameOf(chance: Rng): Text {
  const family = chance.pick(surnames)
  const [one, two] = [chance.pick(first), chance.pick(second)]
  return { zh: `${family.zh}${one.zh}${two.zh}`, en: `${one.en}${two.en.toLowerCase()} ${family.en}` }
}

/** A mobile number of the block 199 0000, which belongs to nobody here: the serial is its last four digits. */
export const phoneOf = (serial: number): string => `1990000${String(serial).padStart(4, '0')}`
