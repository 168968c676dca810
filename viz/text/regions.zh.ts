/** 《市州》视图的文本。 */
export const regionsZh = {
  viewRegions: '市州',
  mapKind: '地图',
  mapTiles: '方格图',
  mapOutline: '轮廓图',
  officialMap: '使用官方地图',
  officialMapNote:
    '可打开官方标准地图文件（GeoJSON，按行政区划代码匹配），并填写审图号；审图号会印在图中和导出文件中。文件不会上传，也不保存，离开页面后须重新打开。',
  approvalNumber: '审图号',
  approvalExample: '例如：GS(2024)0650号',
  openMap: '打开地图文件…',
  mapFaultNotGeoJson: '不是GeoJSON文件（FeatureCollection）。',
  mapFaultMissing: (names: string) => `按行政区划代码查找，文件中缺少以下市州：${names}。`,
  mapFaultNoApproval: '请先填写审图号。',
  mapRefused: (why: string) => `未使用该地图：${why}`,
  mapUsed: '已使用该地图，全部市州均已匹配。',
  schematicAgain: '恢复示意图',
  outlineSubtitle: (what: string, month: string) => `${what}，${month}；示意图，不作为划界依据`,
  outlineApproved: (what: string, month: string, approval: string) =>
    `${what}，${month}；审图号：${approval}`,
  dumbbellTitle: (beyond: number, total: number, most: string, change: string) =>
    beyond
      ? `${total}个市州中有${beyond}个的变化超出随机波动，${most}最大（${change}）`
      : `${total}个市州的变化均未超出随机波动`,
  dumbbellSame: (high: string, highest: string, low: string, lowest: string) =>
    `${high}最高（${highest}），${low}最低（${lowest}）`,
  dumbbellSubtitle: (what: string, month: string) =>
    `${what}，${month}，按行政区划代码排列；虚线表示各地一并判断时或为随机波动`,
  slopeTitle: (up: number, total: number, most: string, change: string) =>
    `${total}个市州中有${up}个上升，${most}变化最大（${change}）`,
  slopeSubtitle: (what: string, scenario: string, from: string, to: string) =>
    `${what}，“${scenario}”，${from}至${to}；实线上升，虚线下降`,
  multiplesTitle: (spreadFrom: string, spreadTo: string) => `各市州之间的差距由${spreadFrom}变为${spreadTo}`,
  multiplesSubtitle: (what: string, from: string, to: string) =>
    `${what}，${from}至${to}，位置同方格图，纵轴相同，右上为期末水平`,
  gapHeading: '区域差距',
  gapPicker: '差距指标',
  regionsLead: '谁受益，谁落后？以下各图按市州列示所选指标。',
};
