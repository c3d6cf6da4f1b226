import HelplineServer
import HelplineWire

extension ServerConfiguration {
    /// Takes the limits and waits of a run, which ``Configuration`` has checked.
    mutating func take(_ settings: Configuration) {
        takeLimits(settings)
        takeWaits(settings)
        let loops = settings.number(.loops)
        self.loops = loops == 0 ? nil : loops
        trustsThisMachine = settings.value(.trustsThisMachine) == "true"
        relay.lineLimit = settings.number(.relayLineBytes)
        relay.window = settings.number(.window)
        relay.conversations = settings.number(.conversations)
    }

    private mutating func takeLimits(_ settings: Configuration) {
        let perNetwork = settings.number(.connectionsPerNetwork)
        limits.connections = settings.number(.connections)
        limits.connectionsPerNetwork = perNetwork == 0 ? nil : perNetwork
        limits.arrivals = settings.pace(.arrivalBurst, .arrivalSeconds)
        limits.messages = settings.pace(.messageBurst, .messageSeconds)
        limits.plainLine = settings.number(.lineBytes)
        limits.longestSkip = settings.number(.skipBytes)
    }

    private mutating func takeWaits(_ settings: Configuration) {
        waits.handshake = settings.duration(.handshakeSeconds)
        waits.greeting = settings.duration(.greetingSeconds)
        waits.firstLine = settings.duration(.firstLineSeconds)
        waits.line = settings.duration(.lineSeconds)
        waits.idle = settings.duration(.idleSeconds)
        waits.ping = settings.duration(.pingSeconds)
        waits.pong = settings.duration(.pongSeconds)
        waits.output = settings.duration(.outputSeconds)
        waits.drain = settings.duration(.drainSeconds)
    }
}

extension Configuration {
    /// The value of a setting of the server.
    func value(_ setting: ServeSetting) -> String {
        serve[setting]?.value ?? setting.standard
    }

    /// A whole number.
    func number(_ setting: ServeSetting) -> Int {
        Int(value(setting)) ?? 0
    }

    /// A time.
    func duration(_ setting: ServeSetting) -> Duration {
        .seconds(Double(value(setting)) ?? 0)
    }

    fileprivate func pace(_ burst: ServeSetting, _ interval: ServeSetting) -> Pace? {
        let burst = number(burst)
        return burst == 0 ? nil : Pace(burst: burst, interval: duration(interval))
    }
}
