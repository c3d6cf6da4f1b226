/// Why the analysis of a pattern gave up.
extension ChineseWording {
    static let reasons: [String: String] = [
        "the pattern holds no literal text": "正则里没有固定的文字",
        "it has a callout": "里面有 (?C…)",
        "it has a comment (?#…)": "里面有注释 (?#…)",
        "it has a conditional group": "里面有条件分组 (?(…)…)",
        "it has a kind of group that is not analysed": "里面有无法分析的分组",
        "it sets the option x, under which spaces are not text": "里面设了选项 x，空格不算文字",
        "it has a \\N{…}": "里面有 \\N{…}",
        "it has a \\g or \\k without brackets": "里面的 \\g 或 \\k 没有括号",
        "it has a \\x that is neither two digits nor digits in braces": "里面的 \\x 后面不是两位数字，也不是花括号里的数字",
        "it has a backslash with digits that may be an octal number": "里面反斜杠后的数字可能是八进制数",
        "it has a brace that is no plain {n}, {n,} or {n,m}": "里面的花括号不是 {n}、{n,} 或 {n,m}",
        "it has a class with a bracket behind a hyphen": "字符组里连字符后面有方括号",
        "it has a class with an escape that is not analysed": "字符组里有无法分析的转义",
        "it has a class with “[.” or “[=”": "字符组里有 “[.” 或 “[=”",
        "it has a class with “[:” that names no class": "字符组里的 “[:” 不是字符类的名称",
        "it has a quantifier behind a quantifier": "里面有连着的两个量词",
        "it has a quantifier character where it is text": "里面的量词符号被当作文字",
        "it has a verb or a named assertion (*…)": "里面有 (*…)",
        "it has an empty \\Q…\\E": "里面有空的 \\Q…\\E",
        "it has an escape that is not analysed": "里面有无法分析的转义",
        "its groups are nested too deep": "分组嵌套太深",
        "the linked PCRE2 divides it otherwise than the analysis does": "当前的 PCRE2 对它的切分与分析不一致",
    ]
}
