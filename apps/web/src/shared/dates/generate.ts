/** The library's picker without a date library behind it. */
export { default as generatePicker } from 'antd/es/date-picker/generatePicker';
