/// A file as bytes of a state, and without what a later message has revealed in its name.
extension AttachedFile {
    func masked(_ masking: Masking) -> AttachedFile {
        var file = self
        file.name = masking.masked(name)
        return file
    }
}

extension StateWriter {
    mutating func write(_ file: AttachedFile) {
        write(file.number)
        write(file.name)
        write(file.type.rawValue)
        write(file.size)
        write(file.digest)
    }
}

extension StateReader {
    mutating func readFile() throws(StateError) -> AttachedFile {
        AttachedFile(
            number: try readCount(), name: try readSafe(), type: try readCase(of: FileType.self),
            size: try readCount(), digest: try readUnsigned())
    }
}
