#if TLS
    import Foundation
    import HelplineServer

    /// A certificate and a key that OpenSSL has made for one test.
    struct CertificateFolder: ~Copyable {
        struct Failure: Error {
            var text: String
        }

        let path = FileManager.default.temporaryDirectory.path + "/hl-\(UInt32.random(in: 0 ... .max))"

        init(days: Int = 2) throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            try make(days: days)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        var files: TLSFiles { TLSFiles(certificate: path + "/cert.pem", key: path + "/key.pem") }

        /// Makes both anew.
        func make(days: Int) throws {
            let words =
                "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost"
                + " -days \(days) -keyout \(files.key) -out \(files.certificate) 2>&1 && chmod 600 \(files.key)"
            let text = try OpenSSL.shell(words)
            guard FileManager.default.fileExists(atPath: files.certificate) else { throw Failure(text: text) }
        }
    }
#endif
