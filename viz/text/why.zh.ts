/** 视图“归因”的中文文本。 */
export const whyZh = {
  lead: '两个情景的差异由哪些政策、冲击与假设造成？逐一替换，运行全部组合，同一组随机数，按沙普利值分摊。',
  same: '两个情景相同，没有差异可分解。',
  year: '月份',
  basisExact: (runs: number, scale: number, worlds: number) =>
    `n = ${runs} · 1:${scale} · 每次运行${worlds}个世界，计入全部顺序`,
  basisDrawn: (runs: number, scale: number, worlds: number, orders: number) =>
    `n = ${runs} · 1:${scale} · 每次运行${worlds}个世界，抽取${orders}种顺序，份额附抽样标准误`,
  titleMost: (name: string, share: string, indicator: string, total: string) =>
    `${indicator}相差${total}，其中${name}贡献最大（${share}）`,
  titleSingle: (name: string, share: string, indicator: string, total: string) =>
    `单次运行中，${indicator}相差${total}，其中${name}最大（${share}）`,
  titleAgainst: (name: string, share: string, indicator: string, total: string) =>
    `${name}对${indicator}的影响最大（${share}），各项合计${total}`,
  titleAgainstSingle: (name: string, share: string, indicator: string, total: string) =>
    `单次运行中，${name}对${indicator}的影响最大（${share}），各项合计${total}`,
  titleChance: (indicator: string) => `${indicator}的差异中，没有一项超出随机波动`,
  andChance: (title: string, names: string) => `${title}；或为随机波动：${names}`,
  others: (names: string, others: number) => `${names}等${others}项`,
  subtitle: (indicator: string, unit: string, month: string, n: number) =>
    `${indicator}${unit ? `（${unit}）` : ''}，${month}，自对照至情景，n = ${n}`,
  assumptionsHead: (share: string) => `假设合计${share}`,
  actsHead: (share: string) => `政策与冲击合计${share}`,
  assumptionsNote: (first: string, last: string) =>
    `假设改变2023年以来的经济，故单列并先计：合计${first}；若置于政策与冲击之后则为${last}。`,
  part: '组成',
  share: '份额',
  orderRange: '顺序范围',
  interval: '95%区间',
  samplingError: '抽样标准误',
  family: '类别',
  start: '对照',
  end: '情景',
  total: '差异合计',
  orders: '顺序范围：因加入顺序不同，该项贡献的最小值与最大值',
  up: '推高',
  down: '压低',
  removed: (name: string) => `取消${name}`,
  shockFrom: (name: string, month: string) => `${name}（${month}）`,
  counted: (name: string, ordinal: number) => `${name}之${ordinal}`,
  pairsMore: (a: string, b: string, size: string) => `${a}与${b}相互增强：并用的作用比分别使用之和大${size}`,
  pairsLess: (a: string, b: string, size: string) => `${a}与${b}相互替代：并用的作用比分别使用之和小${size}`,
  pairsApart: (a: string, b: string, change: string) => `${a}与${b}并用，与分别使用之和相差${change}`,
  pairsOne: (said: string) => `单次运行中，${said}`,
  pairsNone: '各项之间几乎没有交互作用',
  pairsChance: '各项之间的交互作用均未超出随机波动',
  pairsSubtitle: (indicator: string, unit: string, month: string) =>
    `${indicator}${unit ? `（${unit}）` : ''}，${month}；两项并用与分别使用之和的差，对其余组合取平均`,
  pair: '组合',
  interaction: '交互作用',
  pairOf: (a: string, b: string) => `${a}×${b}`,
  pairsDrawn: '分列的部分超过六个，只抽取部分顺序，故不计算交互作用。',
  alone: '单列',
  groupOf: (group: string, count: number) => `${group}（${count}项）`,
  familyOf: (family: string, members: string) => `${family}：${members}`,
  groupsHead: (things: number, parts: number) => `共${things}项差异，归并为${parts}个部分`,
  groupsNone: (things: number) => `共${things}项差异，同属一组；在各项之间抽取顺序`,
  groupsChange: '查看与调整分组',
  groupsNote:
    '差异超过六项，运行全部组合所需的世界过多，故按作用途径分组，每组计一个份额。展开一组，其份额即在组内各项之间分摊，组内各项依次相连加入；在计入全部顺序时，其他各组的份额不变。分列的部分超过六个时，只抽取部分顺序。',
  opened: '展开',
  openedNone: '不展开',
  inGroup: (name: string) => `${name}所在的组`,
  group: '组',
  undefinedHere: '此指标在该月没有定义，无法分解。',
  residual: (residual: string) => `份额之和减差异：${residual}`,
};
