// inso is older than this Node, and takes these from it.
import buffer from 'node:buffer';
import util from 'node:util';

buffer.SlowBuffer ??= buffer.Buffer;
util.isDate ??= util.types.isDate;
util.isRegExp ??= util.types.isRegExp;
