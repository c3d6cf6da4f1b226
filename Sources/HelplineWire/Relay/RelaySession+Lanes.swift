public import HelplineCore

extension RelaySession {
    /// Brings what was kept of a conversation; messages that wait and are among those remembered are answered now.
    ///
    /// - Parameters:
    ///   - conversation: its name.
    ///   - replies: how many replies it had so far.
    ///   - kept: the replies to its last messages with their numbers, oldest first.
    public mutating func loaded(
        _ conversation: OpaqueID, replies: Int = 0, remembering kept: [(message: String, replies: [NumberedReply])]
    ) -> [Action] {
        guard var lane = lanes[conversation], lane.loading == .asked else { return [] }
        lane.loading = .done
        lane.seq = kept.reduce(replies) { max($0, $1.replies.last?.number ?? 0) }
        for (message, replies) in kept {
            guard let first = replies.first else { continue }
            lane.memory.remember(
                replies.map(\.reply), to: OpaqueID(message), firstID: lane.name(first.number), firstSeq: first.number)
        }
        let waiting = lane.waiting
        lane.waiting = []
        lanes[conversation] = lane
        var actions: [Action] = []
        for step in waiting { resume(step, in: conversation, &actions) }
        advance(conversation, &actions)
        closeIfIdle(&actions)
        return actions
    }

    /// Says that a conversation could not be read: what waits in it is refused and may be sent again.
    public mutating func notLoaded(_ conversation: OpaqueID, _ code: RelayErrorCode, _ text: String) -> [Action] {
        guard let lane = lanes[conversation], lane.loading == .asked else { return [] }
        var actions: [Action] = []
        refuseWaiting(in: conversation, code, text, &actions)
        lanes[conversation] = nil
        closeIfIdle(&actions)
        return actions
    }

    /// Says that the message that runs has to wait because its conversation's messages come too fast.
    ///
    /// What waits behind it is bounded, so that one user who floods does not fill the window of all.
    public mutating func slow(_ ticket: Ticket) {
        guard lanes[ticket.conversation]?.running?.ticket == ticket.number else { return }
        lanes[ticket.conversation]?.isSlowed = true
    }

    /// Queues a message behind those of its conversation, or answers it from memory.
    mutating func enqueue(_ message: RelayMessage, _ actions: inout [Action]) throws(RelayFault) {
        let key = message.conversation.map(OpaqueID.init)
        if let id = message.id, let lane = lanes[key] {
            switch lane.progress(of: OpaqueID(id)) {
            case .underWay: return
            case .answered(let entry): return actions.append(.send(lines(of: entry, to: message)))
            case .new: break
            }
        }
        try checkRoom(for: message, key, &actions)
        lanes[key]?.waiting.append(.message(message))
        unanswered += 1
        advance(key, &actions)
    }

    /// Ends a conversation once the messages before are answered.
    mutating func end(_ key: OpaqueID?, _ actions: inout [Action]) {
        guard lanes[key] != nil else { return }
        lanes[key]?.waiting.append(.end)
        advance(key, &actions)
    }

    /// Hands out the next message of a conversation in which nothing runs.
    mutating func advance(_ key: OpaqueID?, _ actions: inout [Action]) {
        guard lanes[key]?.loading == .done else { return load(key, &actions) }
        while let step = takeStep(in: key) {
            switch step {
            case .message(let message): run(message, in: key, &actions)
            case .end: forget(key, &actions)
            }
        }
    }

    /// Sends the outcome of a message and remembers its replies.
    mutating func answer(_ message: RelayMessage, with outcome: Outcome, _ actions: inout [Action]) {
        switch outcome {
        case .replies(let replies, let masking) where !replies.isEmpty:
            if let masking {
                lanes[message.conversation.map(OpaqueID.init)]?.memory.rewrite { $0.masked(masking) }
            }
            actions.append(.send(number(replies, to: message)))
        case .replies:
            actions.append(.send(error(.internal, "the message had no reply", to: message)))
        case .failed(let code, let text):
            actions.append(.send(error(code, text, to: message)))
        case .stale(let text):
            actions.append(.send(error(.storage, text, to: message)))
        }
    }

    /// Has a conversation read again that was written elsewhere.
    mutating func reload(_ key: OpaqueID?, _ actions: inout [Action]) {
        guard let waiting = lanes[key]?.waiting else { return }
        lanes[key] = newLane(for: key, waiting: waiting)
        actions.append(.release(key))
    }

    /// Refuses what waits in a conversation.
    mutating func refuseWaiting(
        in key: OpaqueID?, _ code: RelayErrorCode, _ text: String, _ actions: inout [Action]
    ) {
        for case .message(let message) in lanes[key]?.waiting ?? [] {
            unanswered -= 1
            actions.append(.send(error(code, text, to: message)))
        }
        lanes[key]?.waiting = []
    }

    /// The next step of a conversation in which nothing runs.
    private mutating func takeStep(in key: OpaqueID?) -> Lane.Step? {
        guard let index = lanes.index(forKey: key), lanes.values[index].running == nil,
            !lanes.values[index].waiting.isEmpty
        else { return nil }
        return lanes.values[index].waiting.removeFirst()
    }

    private mutating func load(_ key: OpaqueID?, _ actions: inout [Action]) {
        guard let key, lanes[key]?.loading == .needed else { return }
        lanes[key]?.loading = .asked
        actions.append(.load(key))
    }

    private mutating func run(_ message: RelayMessage, in key: OpaqueID?, _ actions: inout [Action]) {
        tickets += 1
        lanes[key]?.isSlowed = false
        lanes[key]?.running = (tickets, message)
        actions.append(.run(Job(ticket: Ticket(conversation: key, number: tickets), message: message)))
    }

    private mutating func forget(_ key: OpaqueID?, _ actions: inout [Action]) {
        uploads[key] = nil
        let behind = lanes[key]?.waiting ?? []
        lanes[key] = behind.isEmpty ? nil : newLane(for: key, waiting: behind)
        actions.append(.forget(key))
    }

    /// A step that waited until its conversation was loaded: answered from memory, or queued again.
    private mutating func resume(_ step: Lane.Step, in key: OpaqueID?, _ actions: inout [Action]) {
        if case .message(let message) = step, let id = message.id, let lane = lanes[key],
            case .answered(let entry) = lane.progress(of: OpaqueID(id))
        {
            unanswered -= 1
            actions.append(.send(lines(of: entry, to: message)))
        } else {
            lanes[key]?.waiting.append(step)
        }
    }

    /// Makes sure of a lane for the message; the conversation longest idle gives way.
    private mutating func checkRoom(
        for message: RelayMessage, _ key: OpaqueID?, _ actions: inout [Action]
    ) throws(RelayFault) {
        func fault(_ code: RelayErrorCode, _ text: String) -> RelayFault {
            RelayFault(code, text, to: message.id, conversation: message.conversation)
        }
        if let leaving { throw fault(.shuttingDown, leaving.words) }
        guard isReady else { throw fault(.busy, "more than \(configuration.window) messages are unanswered") }
        if let lane = lanes[key], lane.isSlowed, lane.waiting.count >= Lane.mostBehindSlowed {
            throw fault(.busy, "the messages of this conversation come too fast")
        }
        if lanes[key] == nil {
            if lanes.count >= configuration.conversations {
                guard let idle = longestIdle else { throw fault(.busy, "too many conversations") }
                lanes[idle] = nil
                actions.append(.release(idle))
            }
            lanes[key] = newLane(for: key, waiting: [])
        }
        lanes[key]?.used = lines
    }

    private var longestIdle: OpaqueID?? {
        lanes.filter { $0.value.isIdle }.min { $0.value.used < $1.value.used }?.key
    }

    private func newLane(for key: OpaqueID?, waiting: [Lane.Step]) -> Lane {
        let isKept = keepsConversations && key != nil
        var lane = Lane(loading: isKept ? .needed : .done, limits: configuration.memory)
        if isKept, let key, let relay = identity?.relay { lane.label = Lane.label(relay: relay, conversation: key) }
        lane.waiting = waiting
        return lane
    }
}
