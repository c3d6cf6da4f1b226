import Foundation

@testable import HelplinePack

/// Judges a YAML value by a JSON Schema, as an editor does: as much of draft 7 as the schemas of a pack use.
struct SchemaValidator {
    private let root: NSDictionary

    init(_ json: String) throws {
        root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary ?? [:]
    }

    /// The root of the schema, for those who look at its parts.
    var schema: NSDictionary { root }

    func accepts(_ node: YAMLNode) -> Bool {
        accepts(Self.value(of: node), root)
    }

    /// What YAML 1.2 makes of a node: quoted texts are texts, plain ones may be numbers, true or nothing.
    private static func value(of node: YAMLNode) -> Any {
        switch node.content {
        case .text(let text):
            if node.style != .plain { return text }
            if ["", "~", "null"].contains(text) { return NSNull() }
            if ["true", "false"].contains(text) { return Flag(value: text == "true") }
            return Int(text).map { $0 as Any } ?? (Double(text).map { $0 as Any } ?? text)
        case .list(let nodes): return nodes.map { value(of: $0) }
        case .map(let entries):
            return Dictionary(entries.map { ($0.key.text ?? "", value(of: $0.value)) }, uniquingKeysWith: { $1 })
        }
    }

    private struct Flag { var value: Bool }

    private func accepts(_ value: Any, _ schema: Any) -> Bool {
        if let flag = schema as? Bool, !(schema is NSDictionary) { return flag }
        guard let schema = schema as? NSDictionary else { return false }
        if let reference = schema["$ref"] as? String {
            let name = String(reference.split(separator: "/").last ?? "")
            return accepts(value, (root["definitions"] as? NSDictionary)?[name] ?? false)
        }
        return acceptsType(value, schema) && acceptsMembers(value, schema) && acceptsElements(value, schema)
            && (schema["allOf"] as? [Any] ?? []).allSatisfy { accepts(value, $0) }
            && ((schema["anyOf"] as? [Any]).map { $0.contains { accepts(value, $0) } } ?? true)
    }

    private func acceptsType(_ value: Any, _ schema: NSDictionary) -> Bool {
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] }
        if let types, !types.contains(where: { Self.names(of: value).contains($0) }) { return false }
        if let allowed = schema["enum"] as? [Any] {
            let texts = allowed.map { $0 as? String ?? "\($0)" == "0" ? "false" : "\($0)" }
            guard texts.contains(Self.text(of: value)) else { return false }
        }
        if let pattern = schema["pattern"] as? String, value is String {
            guard Self.text(of: value).range(of: pattern, options: .regularExpression) != nil else { return false }
        }
        guard let number = value as? Int else { return true }
        return number >= schema["minimum"] as? Int ?? .min && number <= schema["maximum"] as? Int ?? .max
    }

    private func acceptsMembers(_ value: Any, _ schema: NSDictionary) -> Bool {
        guard let map = value as? [String: Any] else { return true }
        let properties = schema["properties"] as? NSDictionary ?? [:]
        return (schema["required"] as? [String] ?? []).allSatisfy { map[$0] != nil }
            && map.count >= schema["minProperties"] as? Int ?? 0
            && map.allSatisfy { key, value in
                accepts(key as Any, schema["propertyNames"] ?? true)
                    && accepts(value, properties[key] ?? schema["additionalProperties"] ?? true)
            }
    }

    private func acceptsElements(_ value: Any, _ schema: NSDictionary) -> Bool {
        guard let list = value as? [Any] else { return true }
        return list.count >= schema["minItems"] as? Int ?? 0 && list.count <= schema["maxItems"] as? Int ?? .max
            && list.allSatisfy { accepts($0, schema["items"] ?? true) }
    }

    private static func names(of value: Any) -> [String] {
        switch value {
        case is Flag: ["boolean"]
        case is Int: ["integer", "number"]
        case is Double: ["number"]
        case is String: ["string"]
        case is [Any]: ["array"]
        case is [String: Any]: ["object"]
        default: ["null"]
        }
    }

    private static func text(of value: Any) -> String {
        if let flag = value as? Flag { return String(flag.value) }
        return value as? String ?? "\(value)"
    }
}
