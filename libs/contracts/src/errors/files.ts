import { defineErrors } from './catalogue';

/** Files that people upload to be kept. */
export const filesErrors = defineErrors({
  FILE_EMPTY: {
    kind: 'user',
    status: 400,
    zh: '文件是空的；请检查所选文件。',
    en: 'The file is empty; check which one you chose.',
  },
  FILE_TYPE_REFUSED: {
    kind: 'user',
    status: 415,
    zh: '只能保存 PDF、JPEG、PNG、Word（.docx）和 Excel（.xlsx）文件，按内容判断，与文件名无关；请另存为其中一种。',
    en: 'Only PDF, JPEG, PNG, Word (.docx) and Excel (.xlsx) files are kept, judged by what is in them and not by their name; save it as one of these.',
  },
  FILE_OLD_OFFICE: {
    kind: 'user',
    status: 415,
    zh: '这是旧版 Office 文件，或设有打开密码；请去掉密码并另存为 .docx、.xlsx 或 PDF。',
    en: 'This is an old Office file or one with a password; remove the password and save it as .docx, .xlsx or PDF.',
  },
  FILE_TOO_LARGE: {
    kind: 'user',
    status: 413,
    zh: '文件有 {megabytes} MB，超过 {limit} MB 的上限；请压缩图片或分成几个文件。',
    en: 'The file has {megabytes} MB, more than the limit of {limit} MB; make its pictures smaller or split it.',
  },
  FILE_TOO_DENSE: {
    kind: 'user',
    status: 413,
    zh: '文件解压后过大，已拒绝；请重新导出后再上传。',
    en: 'The file unpacks to too much and was refused; export it again and upload that.',
  },
  FILE_DAMAGED: {
    kind: 'user',
    status: 400,
    zh: '文件已损坏或不完整；请重新扫描或另存后再上传。',
    en: 'The file is damaged or incomplete; scan it again or save it anew and upload that.',
  },
  FILE_ENCRYPTED: {
    kind: 'user',
    status: 400,
    zh: '文件设有密码或使用限制，无法检查；请去掉密码后再上传。',
    en: 'The file has a password or restrictions and cannot be looked into; remove them and upload it again.',
  },
  FILE_ACTIVE: {
    kind: 'user',
    status: 400,
    zh: '文件含有宏、脚本、内嵌文件或会自动访问外部的内容，已拒绝；请“打印为 PDF”后上传。',
    en: 'The file holds macros, scripts, other files, or something that reaches out by itself, and was refused; print it to PDF and upload that.',
  },
  FILE_POLYGLOT: {
    kind: 'user',
    status: 400,
    zh: '文件后面还藏有另一个文件，已拒绝；请重新扫描或“打印为 PDF”后上传。',
    en: 'Another file hides behind this one, and it was refused; scan it again or print it to PDF and upload that.',
  },
  PICTURE_TOO_LARGE: {
    kind: 'user',
    status: 413,
    zh: '图片为 {width} × {height}，超过 {limit} 百万像素；请缩小后再上传。',
    en: 'The picture is {width} × {height}, more than {limit} million pixels; make it smaller and upload it again.',
  },
  FILE_QUOTA: {
    kind: 'user',
    status: 409,
    zh: '已保存 {count} 个文件，达到上限 {limit} 个；请先撤下不再需要的。',
    en: '{count} files are kept here, which is the limit of {limit}; withdraw those no longer needed first.',
  },
  FILE_REPEATED: {
    kind: 'user',
    status: 409,
    zh: '同样的文件已在此处保存过（{name}）；无需重复上传。',
    en: 'The same file is kept here already ({name}); there is no need to upload it again.',
  },
  FILE_ERASED: {
    kind: 'user',
    status: 410,
    zh: '文件已撤下并过了保存期，内容已清除；只保留登记信息。',
    en: 'The file was withdrawn and its time is over: its content is erased and only the record remains.',
  },
  FILE_TAMPERED: {
    kind: 'bug',
    status: 500,
    zh: '保存的文件与登记的校验值不符；请联系管理员并运行 grid verify。',
    en: 'The stored file does not match its recorded digest; tell the administrator and run grid verify.',
  },
  DOCUMENT_KIND_UNKNOWN: {
    kind: 'user',
    status: 400,
    zh: '没有可用的资料类别“{kind}”；请从列表中选择，或在设置中增加。',
    en: 'There is no kind of document “{kind}” in use; choose one of the list, or add it in the settings.',
  },
  DOCUMENT_KIND_BUILT_IN: {
    kind: 'user',
    status: 409,
    zh: '“{code}”是系统自带的类别，不能更改；请换一个代码。',
    en: '“{code}” is a kind of the product and cannot be changed; use another code.',
  },
  PHOTO_NOT_PICTURE: {
    kind: 'user',
    status: 415,
    zh: '照片须为 JPEG 或 PNG 图片；请另选文件。',
    en: 'A photo is a JPEG or PNG picture; choose another file.',
  },
  UPLOADS_BUSY: {
    kind: 'operational',
    status: 429,
    zh: '正在上传的文件太多（每人 {own} 个、共 {all} 个）；请等其他上传完成后再试。',
    en: 'Too many uploads are under way ({own} a person, {all} in all); wait until others are done and try again.',
  },
  UPLOAD_TOO_SLOW: {
    kind: 'user',
    status: 408,
    zh: '{seconds} 秒内没有传完，已中止；请检查网络或压缩文件后重试。',
    en: 'The upload was not done within {seconds} seconds and was ended; check the network or make the file smaller, then try again.',
  },
});
