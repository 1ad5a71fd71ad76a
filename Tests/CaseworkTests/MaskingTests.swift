import Casework
import Testing

@Suite struct MaskingTests {
    @Test(arguments: [("张三", "张*"), ("张小三", "张**"), ("欧阳修远", "欧阳**"), ("欧阳", "欧*"), ("Maria Lopez", "M****"), ("", "")])
    func namesKeepTheSurname(_ name: String, _ masked: String) {
        #expect(Masking.name(name) == masked)
    }

    @Test func numbersKeepTooLittleToBeCompleted() {
        #expect(Masking.identityNumber("999999199003070012") == "999999************")
        #expect(Masking.phone("14000001234") == "140****1234")
        #expect(Masking.phone("1234") == "****")
        #expect(Masking.address("云溪镇石门垭村三组12号") == "云溪镇石门垭******")
    }
}
