/** 较长的计算：进度、停止、重算。 */
export const studyZh = {
  name: '计算进度',
  progress: (done: number, total: number) => `已运行${done}/${total}个世界`,
  waiting: '等待运行',
  paused: '等待另一项计算完成，以下为已完成部分',
  gaveWay: '已让位于另一项计算，以下为已完成部分',
  stopped: '已停止，以下为已完成部分',
  failed: (reason: string) => `未能运行：${reason}`,
  done: '已完成',
  stop: '停止',
  again: '重新运行',
};
