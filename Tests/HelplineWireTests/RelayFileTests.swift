import HelplineCore
import HelplineWire
import Testing

@Suite("Files in parts") struct RelayFileTests {
    private func line(_ fields: String) -> String { "{\"type\":\"attachment\"," + fields + "}" }

    @Test("A file of one part is a message with its bytes and its words")
    func onePart() {
        var script = RelayScript()
        let heard = script.say(line(#""id":"m1","conversation":"u1","name":"a.txt","data":"aGVsbG8=","text":"see""#))
        #expect(heard == ["run u1 see"])
        #expect(script.jobs[0].message.files == [OfferedFile(name: "a.txt", bytes: Array("hello".utf8))])
        #expect(script.jobs[0].message.utterance.files.count == 1)
        #expect(script.reply("thanks") == ["r1 m1 u1 1 last thanks"])
    }

    @Test("The parts of a file are put together and answered once, and a repetition is answered again")
    func parts() {
        var script = RelayScript()
        let parts = [
            line(#""id":"m1","conversation":"u1","name":"a.bin","data":"AAEC","more":true"#),
            line(#""id":"m1","conversation":"u1","data":"AwQF","more":true"#),
            line(#""id":"m1","conversation":"u1","data":"Bg==""#),
        ]
        #expect(parts.map { script.say($0) } == [[], [], ["run u1 "]])
        #expect(script.jobs[0].message.files == [OfferedFile(name: "a.bin", bytes: [0, 1, 2, 3, 4, 5, 6])])
        #expect(parts.map { script.say($0) } == [[], [], []])
        #expect(script.reply("thanks") == ["r1 m1 u1 1 last thanks"])
        #expect(parts.map { script.say($0) } == [[], [], ["r1 m1 u1 1 last thanks"]])
    }

    @Test("Other conversations and messages go on between the parts")
    func between() {
        var script = RelayScript()
        #expect(script.say(line(#""id":"m1","conversation":"u1","name":"a","data":"AAEC","more":true"#)) == [])
        #expect(script.say(line(#""id":"m1","conversation":"u2","name":"b","data":"AA==""#)) == ["run u2 "])
        #expect(script.message("m2", "u1") == ["run u1 hi"])
        #expect(script.say(line(#""id":"m1","conversation":"u1","data":"AwQF""#)) == [])
        #expect(script.jobs.count == 2)
        _ = script.reply("ok")
        #expect(script.reply("ok") == ["r2 m2 u1 1 last ok", "run u1 "])
    }

    @Test("A file begun anew takes the place of the one before")
    func anew() {
        var script = RelayScript()
        #expect(script.say(line(#""id":"m1","name":"a","data":"AAEC","more":true"#)) == [])
        #expect(script.say(line(#""id":"m1","name":"a","data":"CQ==""#)) == ["run - "])
        #expect(script.jobs[0].message.files == [OfferedFile(name: "a", bytes: [9])])
    }

    @Test(
        "A part that cannot be is refused by name",
        arguments: [
            #""id":"m1","data":"AAEC""#, #""id":"m1","name":"a""#, #""id":"m1","name":"a","data":"AAE""#,
            #""id":"m1","name":"a","data":"AA=A""#, #""id":"m1","name":"a","data":"AB==""#,
            #""id":"m1","name":"a","data":"A A=""#, #""id":"m1","name":"a","data":"====""#,
            #""id":"m1","name":"a","data":"AAEC","more":"yes""#, #""id":"m1","name":"a","data":1"#,
        ])
    func wrong(fields: String) {
        var script = RelayScript()
        #expect(script.say(line(fields)) == ["error m1 bad_json"])
    }

    @Test("A part with another id belongs to no file")
    func otherID() {
        var script = RelayScript()
        #expect(script.say(line(#""id":"m1","name":"a","data":"AAEC","more":true"#)) == [])
        #expect(script.say(line(#""id":"m2","data":"AAEC""#)) == ["error m2 bad_json"])
    }

    @Test("A file that is too large costs no more memory than is allowed, and its user is told")
    func tooLarge() {
        var script = RelayScript()
        let data = String(repeating: "A", count: 64_000)
        #expect(script.say(line(#""id":"m1","name":"a","data":"\#(data)","more":true"#)) == [])
        for _ in 0..<(RelaySession.largestFile / 48_000) {
            #expect(script.say(line(#""id":"m1","data":"\#(data)","more":true"#)) == [])
        }
        #expect(script.say(line(#""id":"m1","data":"""#)) == ["run - "])
        #expect(script.jobs[0].message.files == [OfferedFile(name: "a", unreadable: .tooLarge)])
    }

    @Test("All files of a connection together have a bound, and so has their number")
    func bounds() {
        var script = RelayScript()
        let data = String(repeating: "A", count: 64_000)
        for user in ["u1", "u2"] {
            let fields = #""id":"m1","conversation":"\#(user)""#
            #expect(script.say(line(fields + #","name":"a","data":"","more":true"#)) == [])
            for _ in 0..<400 { _ = script.say(line(fields + #","data":"\#(data)","more":true"#)) }
        }
        #expect(script.say(line(#""id":"m1","conversation":"u2","data":"""#)) == ["error m1 busy"])
        for user in 3..<66 {
            #expect(script.say(line(#""conversation":"u\#(user)","name":"a","data":"","more":true"#)) == [])
        }
        #expect(script.say(line(#""conversation":"v","name":"a","data":"","more":true"#)) == ["error - busy"])
        #expect(script.say(#"{"type":"end","conversation":"u1"}"#) == [])
    }
}
