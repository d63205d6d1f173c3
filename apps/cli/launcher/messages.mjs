// Texts of the launcher, which speaks before the catalogue of the built product can be loaded.
export const MISSING_DEPENDENCIES = {
  zh: '缺少依赖包，请先在项目目录用当前的 Node 运行 npm ci',
  en: 'dependencies are missing, run npm ci with this Node in the project folder first',
};
export const OLD_NODE = {
  zh: 'Node {found} 版本过低，请安装 {needed} 或更高版本',
  en: 'Node {found} is too old, install {needed} or newer',
};
export const NOTHING_TO_RUN = {
  zh: '找不到 {file}，源文件和编译结果都不存在，请重新安装',
  en: '{file} is missing and there are no sources to build it from, install again',
};
export const BUILT = { zh: '已编译 {files} 个文件，用时 {seconds} 秒', en: 'built {files} files in {seconds} s' };
export const WEB_BUILT = { zh: '已编译网页应用，用时 {seconds} 秒', en: 'built the web app in {seconds} s' };
export const REMOVED = { zh: '已删除 {files} 个过期的编译文件', en: 'removed {files} outdated outputs' };
export const BUILD_FAILED = { zh: '{files} 个文件编译失败', en: '{files} files cannot be built' };

const chinese = /^zh/i.test(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '');

/** The message in the user's language with its `{name}` places filled. */
export function text(message, values = {}) {
  return (chinese ? message.zh : message.en).replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
