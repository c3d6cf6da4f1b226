/// What mixes letters, digits and symbols and yet is no password.
enum OrdinaryShapes {
    private static let units: Set<String> = [
        "usdt", "usdc", "usd", "btc", "eth", "trx", "bnb", "sol", "ltc", "doge", "cny", "rmb", "kb", "mb", "gb", "k",
        "w",
        "m", "s", "ms", "sec", "min", "mins", "h", "hr", "hrs", "d", "day", "days", "week", "weeks", "month", "months",
        "year", "years", "am", "pm", "st", "nd", "rd", "th", "x", "fa", "digit", "digits", "char", "chars", "times",
        "g",
    ]
    private static let prefixes = [
        "ios", "android", "iphone", "ipad", "miui", "win", "windows", "v", "erc", "trc", "bep", "web", "bip", "mp",
        "hl-",
        "harmonyos", "huawei", "mate", "redmi", "galaxy", "chrome", "utc", "gmt", "sha", "img", "dsc", "screenshot",
        "xiaomi", "firefox", "safari", "edge", "opera", "brave", "nokia", "realme", "poco", "nova", "reno", "build",
        "beta", "version", "ver", "aes", "md", "rsa", "base", "utf", "ipv", "wpa", "pixel", "xperia",
        "oneplus", "oppo", "vivo", "honor", "note", "level", "step",
    ]
    /// What stands behind the number of a product.
    private static let variants = ["promax", "pro", "max", "plus", "ultra", "mini", "air", "lite"]
    private static let names: Set<String> = ["1password", "7zip", "360safe", "q&a", "at&t", "c++", "3des"]
    private static let endings = [".png", ".jpg", ".jpeg", ".pdf", ".txt", ".apk", ".mp4", ".heic", ".zip", ".html"]

    static func isMail(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, let dot = parts[1].lastIndex(of: "."), dot > parts[1].startIndex
        else {
            return false
        }
        let top = parts[1][dot...].dropFirst()
        return top.count >= 2 && top.utf8.allSatisfy(\.isLetter)
    }

    static func isLink(_ text: String) -> Bool {
        text.hasPrefix("http") || text.hasPrefix("0x") || text.hasPrefix("www.")
            || text.utf8.count { $0 == UInt8(ascii: "/") } > 1
    }

    /// A number with a unit: `100usdt`, `24h`, `2fa`, `12.5%`.
    static func isAmount(_ text: String) -> Bool {
        let number = text.prefix { $0.isNumber || ".,:/-".contains($0) }
        return !number.isEmpty && (number.count == text.count || units.contains(String(text.dropFirst(number.count))))
    }

    /// A product, version or file: `iphone15`, `v2.1`, `img_2031.png`.
    static func isNamed(_ text: String) -> Bool {
        if endings.contains(where: text.hasSuffix) || names.contains(text) { return true }
        return prefixes.contains { prefix in
            guard text.hasPrefix(prefix) else { return false }
            var rest = text.dropFirst(prefix.count)
            if let variant = variants.first(where: rest.hasSuffix) { rest = rest.dropLast(variant.count) }
            return prefix.hasSuffix("-") || rest.count < 6 && rest.allSatisfy { $0.isNumber || ".-_+:".contains($0) }
        }
    }

    /// As long as addresses, keys and transaction ids are, which have rules of their own.
    static func isAddress(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.count >= 25 && letters.allSatisfy(\.isAlphanumeric)
    }
}
