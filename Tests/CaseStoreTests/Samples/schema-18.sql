PRAGMA application_id = 1145201006;
PRAGMA user_version = 18;
CREATE TABLE journal (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    subject_kind TEXT NOT NULL CHECK (subject_kind IN ('case', 'staff', 'centre')),
    subject INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    prev BLOB NOT NULL CHECK (length(prev) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO "journal" VALUES (1, 1795136400000, 0, 'centre', 0, 'founded', '{"name":"云溪镇便民服务中心","offset":"+08:00","prefix":"YX"}', X'0000000000000000000000000000000000000000000000000000000000000000', X'CA639A452D076E757928E3FA3771CAE3CEB53DF37B7DB407FB7F9CCF6F6B55CD');
INSERT INTO "journal" VALUES (2, 1795136400000, 0, 'centre', 0, 'villageAdded', '{"name":"石门垭"}', X'CA639A452D076E757928E3FA3771CAE3CEB53DF37B7DB407FB7F9CCF6F6B55CD', X'D32686109514460F26A9370955D646F12E822F4149446A6AF9C2F97A5ABB38AB');
INSERT INTO "journal" VALUES (3, 1795136400000, 0, 'centre', 0, 'villageAdded', '{"name":"两河口"}', X'D32686109514460F26A9370955D646F12E822F4149446A6AF9C2F97A5ABB38AB', X'1096847FDBA742ACA3960F9F64F467C72AE0953CDFEC6D0043033B1E0D67B59A');
INSERT INTO "journal" VALUES (4, 1795136400000, 0, 'centre', 0, 'villageAdded', '{"name":"Old_Mill"}', X'1096847FDBA742ACA3960F9F64F467C72AE0953CDFEC6D0043033B1E0D67B59A', X'59FE16037C73B8D4A077D4B3BE98795FF365F479D6826820624961C8B3BC1306');
INSERT INTO "journal" VALUES (5, 1795136400000, 0, 'centre', 0, 'itemListed', '{"name":"城乡居民养老参保"}', X'59FE16037C73B8D4A077D4B3BE98795FF365F479D6826820624961C8B3BC1306', X'46937AD7650F901980CC055A065F60934EEBB1F37A4BE5664E2485222D5AFFBE');
INSERT INTO "journal" VALUES (6, 1795136400000, 0, 'staff', 1, 'enrolled', '{"id":1,"isActive":true,"name":"周桂兰","number":"A01","role":"agent","village":"石门垭"}', X'46937AD7650F901980CC055A065F60934EEBB1F37A4BE5664E2485222D5AFFBE', X'0CEC486386321A364AD057ADFBABDE00D02813272BE6570362F54515D25FB22F');
INSERT INTO "journal" VALUES (7, 1795136400000, 0, 'staff', 2, 'enrolled', '{"id":2,"isActive":true,"name":"何有田","number":"A02","role":"agent","village":"两河口"}', X'0CEC486386321A364AD057ADFBABDE00D02813272BE6570362F54515D25FB22F', X'98ED0EF8C45CB47E8C69FBD5DEF94609BC2897D498AA978CE21DA02959B13E53');
INSERT INTO "journal" VALUES (8, 1795136400000, 0, 'staff', 3, 'enrolled', '{"id":3,"isActive":true,"name":"王敏","number":"R01","role":"reviewer"}', X'98ED0EF8C45CB47E8C69FBD5DEF94609BC2897D498AA978CE21DA02959B13E53', X'F7DFC12E58B4E7DBFD1C786BF65214C8A6198D355425DFE67BF047DD479292C9');
INSERT INTO "journal" VALUES (9, 1795136460000, 3, 'centre', 0, 'messagesSwitched', '{"isOn":true,"language":"zh"}', X'F7DFC12E58B4E7DBFD1C786BF65214C8A6198D355425DFE67BF047DD479292C9', X'A570BEE333AD80870E260E710E46EDEC2DD0685F5CCE9FED433A2BB4242060E4');
INSERT INTO "journal" VALUES (10, 1795136520000, 3, 'centre', 0, 'calendarChanged', '{"layer":{"days":{"off":[{"from":"2026-11-24","name":"赶集","to":"2026-11-24"}],"work":[]},"reason":"赶集","region":"云溪镇"}}', X'A570BEE333AD80870E260E710E46EDEC2DD0685F5CCE9FED433A2BB4242060E4', X'F3231E6005439189F26325ED3B808E34C471B3672A749550AFEA2197511CB499');
INSERT INTO "journal" VALUES (11, 1795136580000, 0, 'centre', 0, 'serviceItemListed', '{"area":"relief","assumed":["kind"],"branches":[],"code":"Z-MZ-01","condition":"年满80周岁","department":"乡镇民政窗口","fee":{"basis":"工本费标准","fen":505},"guide":{"filling":"用黑色笔","sample":"见背面","time":"周一至周五"},"kind":"promised","legalBasis":"某办法 第三条","legalLimit":"一个月","level":"township","materials":[{"form":"both","isRequired":true,"name":"身份证"}],"name":"高龄津贴申领","promise":"公示另计","promisedDays":5,"source":"某网站（2024年）","stages":[{"days":2,"name":"审核","stage":"handling"}],"version":1}', X'F3231E6005439189F26325ED3B808E34C471B3672A749550AFEA2197511CB499', X'CF6A88C1B21AAACB0F76BED001FBB2680A8AB3B8DBDA9CBC6CCFA2DA3891AAFC');
INSERT INTO "journal" VALUES (12, 1795136640000, 0, 'centre', 0, 'serviceItemRevised', '{"area":"relief","assumed":["kind"],"branches":[],"code":"Z-MZ-01","condition":"年满80周岁","department":"乡镇民政窗口","fee":{"basis":"工本费标准","fen":505},"guide":{"filling":"用黑色笔","sample":"见背面","time":"周一至周五"},"kind":"promised","legalBasis":"某办法 第三条","legalLimit":"一个月","level":"township","materials":[{"form":"both","isRequired":true,"name":"身份证"}],"name":"高龄津贴申领","promise":"公示另计","promisedDays":2,"source":"某网站（2024年）","stages":[{"days":2,"name":"审核","stage":"handling"}],"version":2}', X'CF6A88C1B21AAACB0F76BED001FBB2680A8AB3B8DBDA9CBC6CCFA2DA3891AAFC', X'2457D897CD60E0CECEF979BF5404A664D27BED9D0C6736D95E425E518FE850D9');
INSERT INTO "journal" VALUES (13, 1795136700000, 0, 'staff', 4, 'enrolled', '{"id":4,"isActive":true,"name":"县办","number":"X01","role":"county-office"}', X'2457D897CD60E0CECEF979BF5404A664D27BED9D0C6736D95E425E518FE850D9', X'82014AF3A086058DA1D4CA6B73E4EAEBFB5C2D3DDF2948B3000E75E657C2EB33');
INSERT INTO "journal" VALUES (14, 1795136700000, 4, 'centre', 0, 'campaignOpened', '{"code":"ZX2026-01","department":"县医保局","due":"2026-12-10","item":"城乡居民养老参保","title":"集中参保","villages":["石门垭","两河口","Old_Mill"]}', X'82014AF3A086058DA1D4CA6B73E4EAEBFB5C2D3DDF2948B3000E75E657C2EB33', X'6843B5FF8EE3E5648598D03E74E25A3F1E3FB895A14ABD015D66CA984830F834');
INSERT INTO "journal" VALUES (15, 1795136760000, 3, 'centre', 0, 'campaignHanded', '{"code":"ZX2026-01","villages":["石门垭"]}', X'6843B5FF8EE3E5648598D03E74E25A3F1E3FB895A14ABD015D66CA984830F834', X'F28D8B84792ADA2E76CC7BD0AF89F230DFA2B4AD214E40FF7FD3619AC1AB83AF');
INSERT INTO "journal" VALUES (16, 1795136820000, 3, 'case', 1, 'registered', '{"acceptance":{"due":1795396020000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136820000,"warnAt":1795381620000},"clocks":[{"deadline":{"due":1796918400000,"isProvisional":false,"rule":{"clause":"县医保局《集中参保》","kind":"target","limit":0,"skip":"none","unit":"hours","warnBefore":1440},"start":1795136820000,"warnAt":1796832000000},"kind":"target"}],"holder":1,"intake":{"applicant":{"name":"钱一"},"campaign":"ZX2026-01","isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"campaign","submittedAt":1795136820000,"village":"石门垭"},"number":"YX261120-0001"}', X'F28D8B84792ADA2E76CC7BD0AF89F230DFA2B4AD214E40FF7FD3619AC1AB83AF', X'02D7752044E56E376DDC3E6464E87CBBACCD80B4975BE4DFAA23D00423339B5E');
INSERT INTO "journal" VALUES (17, 1795136400000, 3, 'case', 2, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"张三"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0002"}', X'02D7752044E56E376DDC3E6464E87CBBACCD80B4975BE4DFAA23D00423339B5E', X'232CF4015557B0F17BA6D0D3A0437F956A0FE9E9741987510FD51261DE429E50');
INSERT INTO "journal" VALUES (18, 1795137000000, 3, 'case', 2, 'accepted', '{"authorisation":{"at":1795137000000,"form":"spoken"},"clocks":[{"deadline":{"due":1796054400000,"isProvisional":false,"rule":{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795137000000,"warnAt":1795968000000},"kind":"feedback"},{"deadline":{"due":1795655400000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137000000,"warnAt":1795569000000},"kind":"holder"}],"completion":{"due":1795655400000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137000000,"warnAt":1795569000000},"receipt":"YX261120-0002"}', X'232CF4015557B0F17BA6D0D3A0437F956A0FE9E9741987510FD51261DE429E50', X'E53859CEDD50FA28568099053FC6B108652BEC6D2C1CDE42407398A40801F9FC');
INSERT INTO "journal" VALUES (19, 1795137000000, 1, 'case', 2, 'completed', '{}', X'E53859CEDD50FA28568099053FC6B108652BEC6D2C1CDE42407398A40801F9FC', X'F087DE21A286FB050477D84B56FF763EA1E0DDE2EF5E3C21476A9EB3E533BA10');
INSERT INTO "journal" VALUES (20, 1795138200000, 3, 'case', 2, 'approved', '{"delivery":{"due":1795708800000,"isProvisional":false,"rule":{"clause":"《关于加强村级民事代办制度建设的指导意见（征求意见稿）》 二(二)1","kind":"delivery","limit":3,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795138200000,"warnAt":1795622400000},"note":"材料齐全"}', X'F087DE21A286FB050477D84B56FF763EA1E0DDE2EF5E3C21476A9EB3E533BA10', X'46A1FE87B5AD20C932CE774001E904EAA5FD8EB76E73367FF0C4048AC48AE0F0');
INSERT INTO "journal" VALUES (21, 1795136400000, 3, 'case', 3, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"李四"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0003"}', X'46A1FE87B5AD20C932CE774001E904EAA5FD8EB76E73367FF0C4048AC48AE0F0', X'F8CB6D5C55DFD37CC567F5BDB8379D024A3E26A018085BE90D09F1D4B09DEB35');
INSERT INTO "journal" VALUES (22, 1795137120000, 3, 'case', 3, 'accepted', '{"authorisation":{"at":1795137120000,"form":"spoken"},"clocks":[{"deadline":{"due":1796054400000,"isProvisional":false,"rule":{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795137120000,"warnAt":1795968000000},"kind":"feedback"},{"deadline":{"due":1795655520000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137120000,"warnAt":1795569120000},"kind":"holder"}],"completion":{"due":1795655520000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137120000,"warnAt":1795569120000},"receipt":"YX261120-0003"}', X'F8CB6D5C55DFD37CC567F5BDB8379D024A3E26A018085BE90D09F1D4B09DEB35', X'042E48E3A4F304DD35E9C3C0C9870977A580F5E31FBE2F433FA96946664EAECC');
INSERT INTO "journal" VALUES (23, 1795137120000, 1, 'case', 3, 'completed', '{}', X'042E48E3A4F304DD35E9C3C0C9870977A580F5E31FBE2F433FA96946664EAECC', X'7741C61222E9C04E908E747ECD95297A85CB4E99C317F805A4665AE1B88219F0');
INSERT INTO "journal" VALUES (24, 1795138260000, 3, 'case', 3, 'rejected', '{"agent":1,"feedback":{"due":1796054400000,"isProvisional":false,"rule":{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795138260000,"warnAt":1795968000000},"reason":"缺一张照片","rework":{"due":1795397460000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第八条","kind":"rework","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795138260000,"warnAt":1795383060000}}', X'7741C61222E9C04E908E747ECD95297A85CB4E99C317F805A4665AE1B88219F0', X'52521618DA1ECD4773B149BE13B3928F78B0B05036AFF40A22D82750610F7170');
INSERT INTO "journal" VALUES (25, 1795136400000, 3, 'case', 4, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":2,"intake":{"applicant":{"name":"王五"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"两河口"},"number":"YX261120-0004"}', X'52521618DA1ECD4773B149BE13B3928F78B0B05036AFF40A22D82750610F7170', X'E46042AB884960843A74FB08B7BCCFA9F652F14E7CE76391103462D0A02CF30D');
INSERT INTO "journal" VALUES (26, 1795138800000, 2, 'case', 4, 'accepted', '{"authorisation":{"at":1795138800000,"form":"spoken"},"clocks":[{"deadline":{"due":1796054400000,"isProvisional":false,"rule":{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795138800000,"warnAt":1795968000000},"kind":"feedback"},{"deadline":{"due":1795657200000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795570800000},"kind":"holder"}],"completion":{"due":1795657200000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795570800000},"receipt":"YX261120-0004"}', X'E46042AB884960843A74FB08B7BCCFA9F652F14E7CE76391103462D0A02CF30D', X'84241B3F9B65A6F581C5420DF515480E2D041ED7E5FED0C60DED106CC86D7BE1');
INSERT INTO "journal" VALUES (27, 1795138860000, 3, 'case', 4, 'urged', '{"agent":2}', X'84241B3F9B65A6F581C5420DF515480E2D041ED7E5FED0C60DED106CC86D7BE1', X'2EE2983AFB35A1E0E4AFA580D73305A76429310AF366223B5C3C1FB8D37A40DD');
INSERT INTO "journal" VALUES (28, 1795138920000, 3, 'case', 4, 'undone', '{"before":{"acceptedAt":1795138800000,"authorisation":{"at":1795138800000,"form":"spoken"},"clocks":[{"deadline":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"endedAt":1795138800000,"kind":"acceptance"},{"deadline":{"due":1795657200000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795570800000},"kind":"completion"},{"deadline":{"due":1796054400000,"isProvisional":false,"rule":{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440},"start":1795138800000,"warnAt":1795968000000},"kind":"feedback"},{"deadline":{"due":1795657200000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795570800000},"kind":"holder"}],"completion":{"due":1795657200000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795570800000},"holder":2,"returns":0,"state":"accepted","urgings":0},"kind":"urged"}', X'2EE2983AFB35A1E0E4AFA580D73305A76429310AF366223B5C3C1FB8D37A40DD', X'299A12BB1F83F5EF981AC65B63C1756983244A49BC07AA7BDC819CDB0EC727DB');
INSERT INTO "journal" VALUES (29, 1795138920000, 3, 'case', 4, 'notified', '{"channel":"-","message":"urged","outcome":"given-up"}', X'299A12BB1F83F5EF981AC65B63C1756983244A49BC07AA7BDC819CDB0EC727DB', X'D59C2E09B22491A055229CCB0EB2A3D5D4320BD6B5EA9B846B21910C022773E6');
INSERT INTO "journal" VALUES (30, 1795136400000, 3, 'case', 5, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"intake":{"applicant":{"name":"赵六"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"Old_Mill"},"number":"YX261120-0005"}', X'D59C2E09B22491A055229CCB0EB2A3D5D4320BD6B5EA9B846B21910C022773E6', X'91B1908D71B441A4407770D4AB220F4C3CD2EEE863B2271F750A44AA252A8191');
INSERT INTO "journal" VALUES (31, 1795139400000, 3, 'case', 5, 'reassigned', '{"holder":{"due":1795657800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795139400000,"warnAt":1795571400000},"to":2}', X'91B1908D71B441A4407770D4AB220F4C3CD2EEE863B2271F750A44AA252A8191', X'B6AC9A89A74B5739AFC806CE4E7ACD6A28D935D752013AA590BF6F28D57C29C7');
INSERT INTO "journal" VALUES (32, 1795139460000, 3, 'case', 5, 'declined', '{"reason":"不属本镇"}', X'B6AC9A89A74B5739AFC806CE4E7ACD6A28D935D752013AA590BF6F28D57C29C7', X'94238A8EBBFBA58FEBE29B265BF907778C09B3CA114AAA35FBB4273EC2AB4C66');
INSERT INTO "journal" VALUES (33, 1795136400000, 3, 'case', 6, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"周八"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0006"}', X'94238A8EBBFBA58FEBE29B265BF907778C09B3CA114AAA35FBB4273EC2AB4C66', X'9F79F768B792EAE6EB5467A57B8CE79DB20C885FEAAFA9BC99BB226885BBBD6D');
INSERT INTO "journal" VALUES (34, 1795140000000, 1, 'case', 6, 'supplementAsked', '{"deadline":{"due":1796659200000,"isProvisional":false,"rule":{"clause":"建政发〔2022〕33号 五(一)2","kind":"supplement","limit":10,"skip":"non-working","unit":"working-days","warnBefore":2880},"start":1795140000000,"warnAt":1796486400000},"missing":["户口簿"]}', X'9F79F768B792EAE6EB5467A57B8CE79DB20C885FEAAFA9BC99BB226885BBBD6D', X'D67E774680C450D245D2D0AFF6116601FD8A3B75537E48B68B15504D92CF58F5');
INSERT INTO "journal" VALUES (35, 1795141800000, 1, 'case', 6, 'supplemented', '{"clocks":[{"deadline":{"due":1795397400000,"isProvisional":false,"pauses":[{"from":1795140000000,"until":1795141800000}],"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795383000000},"kind":"acceptance"}]}', X'D67E774680C450D245D2D0AFF6116601FD8A3B75537E48B68B15504D92CF58F5', X'AAD493B2280D72050179F9751D46F2B09BE8541F78DEA43C9DBAF6CDA5056BE2');
CREATE TABLE centre (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    offset_minutes INTEGER NOT NULL
) STRICT;
INSERT INTO "centre" VALUES (1, '云溪镇便民服务中心', 'YX', 480);
CREATE TABLE villages (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "villages" VALUES (1, '石门垭');
INSERT INTO "villages" VALUES (2, '两河口');
INSERT INTO "villages" VALUES (3, 'Old_Mill');
CREATE TABLE items (
    position INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "items" VALUES (1, '城乡居民养老参保');
CREATE TABLE staff (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    village TEXT,
    is_active INTEGER NOT NULL,
    presence TEXT NOT NULL,
    present_since INTEGER,
    body TEXT NOT NULL
) STRICT;
INSERT INTO "staff" VALUES (1, 'A01', '周桂兰', 'agent', '石门垭', 1, 'away', NULL, '{"member":{"id":1,"isActive":true,"name":"周桂兰","number":"A01","role":"agent","village":"石门垭"},"presence":"away"}');
INSERT INTO "staff" VALUES (2, 'A02', '何有田', 'agent', '两河口', 1, 'away', NULL, '{"member":{"id":2,"isActive":true,"name":"何有田","number":"A02","role":"agent","village":"两河口"},"presence":"away"}');
INSERT INTO "staff" VALUES (3, 'R01', '王敏', 'reviewer', NULL, 1, 'away', NULL, '{"member":{"id":3,"isActive":true,"name":"王敏","number":"R01","role":"reviewer"},"presence":"away"}');
INSERT INTO "staff" VALUES (4, 'X01', '县办', 'county-office', NULL, 1, 'away', NULL, '{"member":{"id":4,"isActive":true,"name":"县办","number":"X01","role":"county-office"},"presence":"away"}');
CREATE TABLE cases (
    id INTEGER PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    state TEXT NOT NULL,
    is_open INTEGER NOT NULL,
    holder INTEGER REFERENCES staff (id),
    item TEXT NOT NULL,
    village TEXT NOT NULL,
    applicant TEXT NOT NULL,
    submitted_at INTEGER NOT NULL,
    completed_at INTEGER,
    closed_at INTEGER,
    due_at INTEGER,
    warn_at INTEGER,
    is_provisional INTEGER NOT NULL,
    is_urgent INTEGER NOT NULL,
    returns INTEGER NOT NULL,
    urgings INTEGER NOT NULL,
    due_order INTEGER NOT NULL,
    review_order INTEGER NOT NULL
, item_kind TEXT NOT NULL DEFAULT 'promised', campaign TEXT, is_priority INTEGER NOT NULL DEFAULT 0, clock TEXT, originals INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "cases" VALUES (1, 'YX261120-0001', 1, 'pending', 1, 1, '城乡居民养老参保', '石门垭', '钱一', 1795136820000, NULL, NULL, 1795396020000, 1795381620000, 0, 0, 0, 0, 1795396020000, 1795136820000, 'promised', 'ZX2026-01', 0, 'acceptance', 0);
INSERT INTO "cases" VALUES (2, 'YX261120-0002', 4, 'approved', 1, 1, '城乡居民养老参保', '石门垭', '张三', 1795136400000, 1795137000000, 1795138200000, 1795708800000, 1795622400000, 0, 0, 0, 0, 1795708800000, 1795137000000, 'promised', NULL, 0, 'delivery', 0);
INSERT INTO "cases" VALUES (3, 'YX261120-0003', 4, 'returned', 1, 1, '城乡居民养老参保', '石门垭', '李四', 1795136400000, 1795137120000, NULL, 1795397460000, 1795383060000, 0, 0, 1, 0, 1795397460000, 1795137120000, 'promised', NULL, 0, 'rework', 0);
INSERT INTO "cases" VALUES (4, 'YX261120-0004', 4, 'accepted', 1, 2, '城乡居民养老参保', '两河口', '王五', 1795136400000, NULL, NULL, 1795657200000, 1795570800000, 0, 0, 0, 0, 1795657200000, 1795136400000, 'promised', NULL, 0, 'completion', 0);
INSERT INTO "cases" VALUES (5, 'YX261120-0005', 3, 'declined', 0, 2, '城乡居民养老参保', 'Old_Mill', '赵六', 1795136400000, NULL, 1795139460000, NULL, NULL, 0, 0, 0, 0, 9223372036854775807, 1795136400000, 'promised', NULL, 0, NULL, 0);
INSERT INTO "cases" VALUES (6, 'YX261120-0006', 3, 'pending', 1, 1, '城乡居民养老参保', '石门垭', '周八', 1795136400000, NULL, NULL, 1795397400000, 1795383000000, 0, 0, 0, 0, 1795397400000, 1795136400000, 'promised', NULL, 0, 'acceptance', 0);
CREATE TABLE clock_rules (
    id INTEGER PRIMARY KEY,
    body TEXT NOT NULL UNIQUE
) STRICT;
INSERT INTO "clock_rules" VALUES (1, '{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240}');
INSERT INTO "clock_rules" VALUES (2, '{"clause":"县医保局《集中参保》","kind":"target","limit":0,"skip":"none","unit":"hours","warnBefore":1440}');
INSERT INTO "clock_rules" VALUES (3, '{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440}');
INSERT INTO "clock_rules" VALUES (4, '{"clause":"内放办〔2022〕3号 附件 第五条(一)5","kind":"feedback","limit":5,"skip":"non-working","unit":"working-days","warnBefore":1440}');
INSERT INTO "clock_rules" VALUES (5, '{"clause":"武政管办〔2022〕36号 第十一条","kind":"holder","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440}');
INSERT INTO "clock_rules" VALUES (6, '{"clause":"《关于加强村级民事代办制度建设的指导意见（征求意见稿）》 二(二)1","kind":"delivery","limit":3,"skip":"non-working","unit":"working-days","warnBefore":1440}');
INSERT INTO "clock_rules" VALUES (7, '{"clause":"武政管办〔2022〕36号 第八条","kind":"rework","limit":24,"skip":"non-working","unit":"hours","warnBefore":240}');
INSERT INTO "clock_rules" VALUES (8, '{"clause":"建政发〔2022〕33号 五(一)2","kind":"supplement","limit":10,"skip":"non-working","unit":"working-days","warnBefore":2880}');
CREATE TABLE clocks (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    rule INTEGER NOT NULL REFERENCES clock_rules (id),
    start INTEGER NOT NULL,
    due INTEGER NOT NULL,
    warn_at INTEGER NOT NULL,
    is_provisional INTEGER NOT NULL,
    is_stopped INTEGER NOT NULL,
    has_pauses INTEGER NOT NULL,
    attention_at INTEGER,
    PRIMARY KEY (case_id, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "clocks" VALUES (1, 0, 'acceptance', 1, 1795136820000, 1795396020000, 1795381620000, 0, 0, 0, 1795381620000);
INSERT INTO "clocks" VALUES (1, 1, 'target', 2, 1795136820000, 1796918400000, 1796832000000, 0, 0, 0, 1796832000000);
INSERT INTO "clocks" VALUES (2, 4, 'delivery', 6, 1795138200000, 1795708800000, 1795622400000, 0, 0, 0, 1795622400000);
INSERT INTO "clocks" VALUES (3, 1, 'completion', 3, 1795137120000, 1795655520000, 1795569120000, 0, 0, 0, 1795569120000);
INSERT INTO "clocks" VALUES (3, 4, 'rework', 7, 1795138260000, 1795397460000, 1795383060000, 0, 0, 0, 1795383060000);
INSERT INTO "clocks" VALUES (3, 5, 'feedback', 4, 1795138260000, 1796054400000, 1795968000000, 0, 0, 0, 1795968000000);
INSERT INTO "clocks" VALUES (4, 1, 'completion', 3, 1795138800000, 1795657200000, 1795570800000, 0, 0, 0, 1795570800000);
INSERT INTO "clocks" VALUES (4, 2, 'feedback', 4, 1795138800000, 1796054400000, 1795968000000, 0, 0, 0, 1795968000000);
INSERT INTO "clocks" VALUES (4, 3, 'holder', 5, 1795138800000, 1795657200000, 1795570800000, 0, 0, 0, 1795570800000);
INSERT INTO "clocks" VALUES (6, 0, 'acceptance', 1, 1795136400000, 1795397400000, 1795383000000, 0, 0, 1, 1795383000000);
CREATE TABLE service_items (
    code TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    level TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    area TEXT NOT NULL,
    promised_days INTEGER,
    is_claimed INTEGER NOT NULL,
    is_withdrawn INTEGER NOT NULL
) STRICT;
INSERT INTO "service_items" VALUES ('Z-MZ-01', 2, 'township', '高龄津贴申领', 'promised', 'relief', 2, 0, 0);
CREATE TABLE service_item_versions (
    code TEXT NOT NULL REFERENCES service_items (code),
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (code, version)
) STRICT;
INSERT INTO "service_item_versions" VALUES ('Z-MZ-01', 1, '{"area":"relief","assumed":["kind"],"branches":[],"code":"Z-MZ-01","condition":"年满80周岁","department":"乡镇民政窗口","fee":{"basis":"工本费标准","fen":505},"guide":{"filling":"用黑色笔","sample":"见背面","time":"周一至周五"},"kind":"promised","legalBasis":"某办法 第三条","legalLimit":"一个月","level":"township","materials":[{"form":"both","isRequired":true,"name":"身份证"}],"name":"高龄津贴申领","promise":"公示另计","promisedDays":5,"source":"某网站（2024年）","stages":[{"days":2,"name":"审核","stage":"handling"}],"version":1}');
INSERT INTO "service_item_versions" VALUES ('Z-MZ-01', 2, '{"area":"relief","assumed":["kind"],"branches":[],"code":"Z-MZ-01","condition":"年满80周岁","department":"乡镇民政窗口","fee":{"basis":"工本费标准","fen":505},"guide":{"filling":"用黑色笔","sample":"见背面","time":"周一至周五"},"kind":"promised","legalBasis":"某办法 第三条","legalLimit":"一个月","level":"township","materials":[{"form":"both","isRequired":true,"name":"身份证"}],"name":"高龄津贴申领","promise":"公示另计","promisedDays":2,"source":"某网站（2024年）","stages":[{"days":2,"name":"审核","stage":"handling"}],"version":2}');
CREATE TABLE calendar_changes (
    position INTEGER PRIMARY KEY,
    body TEXT NOT NULL
) STRICT;
INSERT INTO "calendar_changes" VALUES (1, '{"layer":{"days":{"off":[{"from":"2026-11-24","name":"赶集","to":"2026-11-24"}],"work":[]},"reason":"赶集","region":"云溪镇"}}');
CREATE TABLE message_switch (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    is_on INTEGER NOT NULL,
    language TEXT NOT NULL
) STRICT;
INSERT INTO "message_switch" VALUES (1, 1, 'zh');
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cause INTEGER NOT NULL REFERENCES journal (seq),
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL,
    -- 0 is the applicant, else the agent.
    staff INTEGER NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'failed', 'given-up')),
    tries INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    -- When to look at it next; while somebody sends it, when that one is taken for lost.
    next_try INTEGER NOT NULL,
    -- Counts the claims of senders; the last one holds it while is_claimed.
    attempt INTEGER NOT NULL,
    is_claimed INTEGER NOT NULL,
    channel TEXT,
    detail TEXT,
    UNIQUE (cause, staff, kind)
) STRICT;
INSERT INTO "outbox" VALUES (1, 16, 1, 'assigned', 1, 'zh', 'queued', 0, 1795136820000, 1795136820000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (2, 17, 2, 'assigned', 1, 'zh', 'queued', 0, 1795136400000, 1795136400000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (3, 21, 3, 'assigned', 1, 'zh', 'queued', 0, 1795136400000, 1795136400000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (4, 24, 3, 'returned', 1, 'zh', 'queued', 0, 1795138260000, 1795138260000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (5, 25, 4, 'assigned', 2, 'zh', 'queued', 0, 1795136400000, 1795136400000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (6, 27, 4, 'urged', 2, 'zh', 'given-up', 0, 1795138860000, 1795138860000, 0, 0, NULL, 'urged');
INSERT INTO "outbox" VALUES (7, 31, 5, 'assigned', 2, 'zh', 'queued', 0, 1795139400000, 1795139400000, 0, 0, NULL, NULL);
INSERT INTO "outbox" VALUES (8, 33, 6, 'assigned', 1, 'zh', 'queued', 0, 1795136400000, 1795136400000, 0, 0, NULL, NULL);
INSERT INTO "sqlite_sequence" VALUES ('outbox', 8);
INSERT INTO "sqlite_sequence" VALUES ('outbox', 8);
CREATE TABLE campaigns (
    code TEXT PRIMARY KEY,
    is_closed INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
INSERT INTO "campaigns" VALUES ('ZX2026-01', 0, '{"code":"ZX2026-01","department":"县医保局","due":"2026-12-10","handings":[{"at":1795136760000,"by":3,"village":"石门垭"}],"item":"城乡居民养老参保","openedAt":1795136700000,"openedBy":4,"title":"集中参保","villages":["石门垭","两河口","Old_Mill"]}');
CREATE TABLE import_checkpoints (
    -- The name of the mapping, and the SHA-256 of the file.
    source TEXT NOT NULL,
    digest BLOB NOT NULL,
    -- Cases are taken in the order of their numbers; up to this one all are done.
    last_case TEXT NOT NULL,
    PRIMARY KEY (source, digest)
) STRICT, WITHOUT ROWID;
CREATE TABLE relay_self (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    mark TEXT,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE relay_partners (
    site TEXT PRIMARY KEY,
    village TEXT,
    is_active INTEGER NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE relay_bundles (
    site TEXT NOT NULL,
    is_ours INTEGER NOT NULL,
    number INTEGER NOT NULL,
    -- The newest entry here before a bundle of the partner; its maker's clock and ours.
    after INTEGER NOT NULL,
    made_at INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (site, is_ours, number)
) STRICT;
CREATE TABLE relay_held (
    site TEXT NOT NULL,
    number INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (site, number)
) STRICT;
CREATE TABLE relay_origins (
    seq INTEGER PRIMARY KEY,
    site TEXT NOT NULL,
    origin INTEGER NOT NULL,
    -- Made here, and taken over by the partner under that number.
    is_own INTEGER NOT NULL,
    bundle INTEGER NOT NULL,
    UNIQUE (site, origin)
) STRICT;
CREATE TABLE relay_tasks (
    site TEXT NOT NULL,
    seq INTEGER NOT NULL,
    subject TEXT NOT NULL,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (site, seq)
) STRICT;
CREATE TABLE ranks (
    queue INTEGER NOT NULL,
    first_order INTEGER NOT NULL,
    first_id INTEGER NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (queue, first_order, first_id)
) STRICT, WITHOUT ROWID;
INSERT INTO "ranks" VALUES (1, -9223372036854775808, -9223372036854775808, 2);
INSERT INTO "ranks" VALUES (2, -9223372036854775808, -9223372036854775808, 5);
INSERT INTO "ranks" VALUES (3, -9223372036854775808, -9223372036854775808, 5);
INSERT INTO "ranks" VALUES (4, -9223372036854775808, -9223372036854775808, 0);
CREATE TABLE search_names (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    name TEXT NOT NULL,
    UNIQUE (kind, name)
) STRICT;
INSERT INTO "search_names" VALUES (1, 1, '城乡居民养老参保');
INSERT INTO "search_names" VALUES (2, 2, '石门垭');
INSERT INTO "search_names" VALUES (3, 2, '两河口');
INSERT INTO "search_names" VALUES (4, 2, 'Old_Mill');
PRAGMA writable_schema = ON;
INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES('table','case_search','case_search',0,'CREATE VIRTUAL TABLE case_search USING fts5(
    words, content = '''', columnsize = 0, detail = none, tokenize = ''ascii''
)');
PRAGMA writable_schema = OFF;
CREATE TABLE 'case_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "case_search_data" VALUES (1, X'064E');
INSERT INTO "case_search_data" VALUES (10, X'000000000107070007010101020101030101040101050101060101070101');
INSERT INTO "case_search_data" VALUES (137438953473, X'0000004D0230710102017901010179010106C2803030303101050131010202813101020782323631313230010202833101020284320102028531010103E4B880010103E992B1010403E4B88001040404040904050A0505050606');
INSERT INTO "case_search_data" VALUES (274877906945, X'0000004D0230730201017A02020173020106C2803030303202050132020202813202020782323631313230020202833102020284320202028531020103E4B889020103E5BCA0020403E4B88902040404040904050A0505050606');
INSERT INTO "case_search_data" VALUES (412316860417, X'0000004D02306C0302017303010173030106C2803030303303050133030202813303020782323631313230030202833103020284320302028531030103E59B9B030103E69D8E030403E59B9B03040404040904050A0505050606');
INSERT INTO "case_search_data" VALUES (549755813889, X'0000004902307704020177040106C2803030303404050134040202813404020782323631313230040202833104020284330402028532040103E4BA94040103E78E8B040403E4BA94040404040904050A0505050606');
INSERT INTO "case_search_data" VALUES (687194767361, X'0000004802306C0501017A0502016C050106C280303030350505013505020281350502078232363131323005020283310502028434050103E585AD050103E8B5B5050403E585AD05040404040904050A05050606');
INSERT INTO "case_search_data" VALUES (824633720833, X'0000006502306C05000001017A05000002016C0500000106C2803030303505000005013505000002028135050000020782323631313230050000020283310500000202843405000002028532050103E585AD0500000103E8B5B50500000403E585AD050000040606060B06070C0707050808');
INSERT INTO "case_search_data" VALUES (962072674305, X'0000004C0230620601017A06020162060106C2803030303606050136060202813606020782323631313230060202833106020284320602028531060103E585AB06020291A8060403E585AB06040404040904050A0505050605');
CREATE TABLE 'case_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO "case_search_idx" VALUES (1, X'', 2);
INSERT INTO "case_search_idx" VALUES (2, X'', 2);
INSERT INTO "case_search_idx" VALUES (3, X'', 2);
INSERT INTO "case_search_idx" VALUES (4, X'', 2);
INSERT INTO "case_search_idx" VALUES (5, X'', 2);
INSERT INTO "case_search_idx" VALUES (6, X'', 2);
INSERT INTO "case_search_idx" VALUES (7, X'', 2);
CREATE TABLE 'case_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "case_search_config" VALUES ('version', 4);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES('table','open_case_search','open_case_search',0,'CREATE VIRTUAL TABLE open_case_search USING fts5(
    words, content = '''', columnsize = 0, detail = none, tokenize = ''ascii''
)');
PRAGMA writable_schema = OFF;
CREATE TABLE 'open_case_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO "open_case_search_data" VALUES (1, X'0541');
INSERT INTO "open_case_search_data" VALUES (10, X'000000000108080008010101020101030101040101050101060101070101080101');
INSERT INTO "open_case_search_data" VALUES (137438953473, X'0000004D0230710102017901010179010106C2803030303101050131010202813101020782323631313230010202833101020284320102028531010103E4B880010103E992B1010403E4B88001040404040904050A0505050606');
INSERT INTO "open_case_search_data" VALUES (274877906945, X'0000004D0230730201017A02020173020106C2803030303202050132020202813202020782323631313230020202833102020284320202028531020103E4B889020103E5BCA0020403E4B88902040404040904050A0505050606');
INSERT INTO "open_case_search_data" VALUES (412316860417, X'0000004D02306C0302017303010173030106C2803030303303050133030202813303020782323631313230030202833103020284320302028531030103E59B9B030103E69D8E030403E59B9B03040404040904050A0505050606');
INSERT INTO "open_case_search_data" VALUES (549755813889, X'0000004902307704020177040106C2803030303404050134040202813404020782323631313230040202833104020284330402028532040103E4BA94040103E78E8B040403E4BA94040404040904050A0505050606');
INSERT INTO "open_case_search_data" VALUES (687194767361, X'0000004802306C0501017A0502016C050106C280303030350505013505020281350502078232363131323005020283310502028434050103E585AD050103E8B5B5050403E585AD05040404040904050A05050606');
INSERT INTO "open_case_search_data" VALUES (824633720833, X'0000006502306C05000001017A05000002016C0500000106C2803030303505000005013505000002028135050000020782323631313230050000020283310500000202843405000002028532050103E585AD0500000103E8B5B50500000403E585AD050000040606060B06070C0707050808');
INSERT INTO "open_case_search_data" VALUES (962072674305, X'0000005A02306C050001017A050002016C05000106C280303030350500050135050002028135050002078232363131323005000202833105000202843405000202853205000103E585AD05000103E8B5B505000403E585AD0500040505050A05060B0606060707');
INSERT INTO "open_case_search_data" VALUES (1099511627777, X'0000004C0230620601017A06020162060106C2803030303606050136060202813606020782323631313230060202833106020284320602028531060103E585AB06020291A8060403E585AB06040404040904050A0505050605');
CREATE TABLE 'open_case_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO "open_case_search_idx" VALUES (1, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (2, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (3, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (4, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (5, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (6, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (7, X'', 2);
INSERT INTO "open_case_search_idx" VALUES (8, X'', 2);
CREATE TABLE 'open_case_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO "open_case_search_config" VALUES ('version', 4);
PRAGMA writable_schema = ON;
INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES('table','case_search_terms','case_search_terms',0,'CREATE VIRTUAL TABLE case_search_terms USING fts5vocab(''case_search'', ''instance'')');
PRAGMA writable_schema = OFF;
PRAGMA writable_schema = ON;
INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES('table','open_case_search_terms','open_case_search_terms',0,'CREATE VIRTUAL TABLE open_case_search_terms USING fts5vocab(''open_case_search'', ''instance'')');
PRAGMA writable_schema = OFF;
CREATE TABLE attendance (
    seq INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE money (
    seq INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    kind TEXT NOT NULL,
    fen INTEGER NOT NULL,
    period TEXT NOT NULL,
    ground TEXT NOT NULL,
    note TEXT
) STRICT;
CREATE TABLE money_sums (
    staff INTEGER NOT NULL,
    period TEXT NOT NULL,
    kind TEXT NOT NULL,
    entries INTEGER NOT NULL,
    fen INTEGER NOT NULL,
    PRIMARY KEY (staff, period, kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE rulebook_adoptions (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE signed_anchors (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    month TEXT NOT NULL,
    up_to INTEGER NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE duty_entries (
    seq INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL,
    -- Days since 1970-01-01.
    day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    kind TEXT NOT NULL
) STRICT;
CREATE TABLE duty_exceptions (
    seq INTEGER PRIMARY KEY,
    village TEXT,
    day INTEGER NOT NULL,
    last_day INTEGER NOT NULL
) STRICT;
CREATE TABLE pins (
    staff INTEGER PRIMARY KEY,
    salt BLOB NOT NULL,
    rounds INTEGER NOT NULL,
    block_size INTEGER NOT NULL,
    parallelism INTEGER NOT NULL,
    key BLOB NOT NULL
) STRICT;
CREATE TABLE pin_tries (
    staff INTEGER PRIMARY KEY,
    tries INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT;
CREATE TABLE village_summaries (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    village TEXT NOT NULL,
    month TEXT NOT NULL
) STRICT;
CREATE TABLE pay_rates (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    fen INTEGER NOT NULL,
    first_month TEXT NOT NULL,
    ground TEXT NOT NULL
) STRICT;
CREATE TABLE allowance_steps (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    quarter TEXT NOT NULL,
    step TEXT NOT NULL
) STRICT;
CREATE TABLE case_work (
    staff INTEGER NOT NULL,
    month TEXT NOT NULL,
    kind TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at INTEGER NOT NULL,
    case_id INTEGER NOT NULL,
    factor INTEGER NOT NULL,
    detail INTEGER,
    PRIMARY KEY (staff, month, kind, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 16, 1795136820000, 1, 1, NULL);
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 17, 1795136400000, 2, 1, NULL);
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 21, 1795136400000, 3, 1, NULL);
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 25, 1795136400000, 4, 1, NULL);
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 30, 1795136400000, 5, 1, NULL);
INSERT INTO "case_work" VALUES (0, '2026-11', 'received', 33, 1795136400000, 6, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'accepted', 18, 1795137000000, 2, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'accepted', 22, 1795137120000, 3, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'approved', 20, 1795138200000, 2, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'completed', 19, 1795137000000, 2, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'completed', 23, 1795137120000, 3, 1, NULL);
INSERT INTO "case_work" VALUES (1, '2026-11', 'returned', 24, 1795138260000, 3, 1, NULL);
INSERT INTO "case_work" VALUES (2, '2026-11', 'accepted', 26, 1795138800000, 4, 1, NULL);
INSERT INTO "case_work" VALUES (2, '2026-11', 'declined', 32, 1795139460000, 5, 1, NULL);
CREATE TABLE inspections (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    number INTEGER NOT NULL,
    inspected_at INTEGER NOT NULL,
    agent INTEGER,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE trainings (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    number INTEGER NOT NULL,
    held_on TEXT NOT NULL,
    holder TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE point_assessments (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    point TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE tenure_decisions (
    seq INTEGER PRIMARY KEY,
    staff INTEGER NOT NULL,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    month TEXT NOT NULL,
    outcome TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE notices (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    number INTEGER NOT NULL,
    -- Days since 1970-01-01.
    day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    is_urgent INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE notice_removals (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    number INTEGER NOT NULL,
    reason TEXT NOT NULL
) STRICT;
CREATE TABLE village_facts (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor INTEGER NOT NULL,
    village TEXT NOT NULL,
    residents INTEGER NOT NULL,
    kilometres INTEGER NOT NULL
) STRICT;
CREATE INDEX journal_by_subject ON journal (subject_kind, subject, seq);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_refuses_other_than_next BEFORE INSERT ON journal
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE INDEX staff_by_role ON staff (role, village);
CREATE INDEX cases_pending_by_due ON cases (due_order, id, state) WHERE state = 'pending';
CREATE INDEX cases_open_by_due ON cases (due_order, id, warn_at, is_open) WHERE is_open = 1;
CREATE INDEX cases_open_by_warning ON cases (warn_at, due_at, is_open) WHERE is_open = 1;
CREATE INDEX cases_in_review ON cases (review_order, id, state) WHERE state = 'in-review';
CREATE INDEX cases_open_by_holder ON cases (holder, state, due_at, is_open) WHERE is_open = 1;
CREATE INDEX cases_approved_by_closing ON cases (closed_at, state) WHERE state = 'approved';
CREATE INDEX cases_with_originals ON cases (holder, originals) WHERE originals > 0;
CREATE INDEX cases_by_campaign ON cases (campaign, village, state) WHERE campaign IS NOT NULL;
CREATE INDEX clocks_by_attention ON clocks (attention_at) WHERE attention_at IS NOT NULL;
CREATE INDEX service_items_by_name ON service_items (name);
CREATE INDEX cases_open_by_item ON cases (item, village, applicant, is_open) WHERE is_open = 1;
CREATE INDEX outbox_waiting ON outbox (next_try, id, state) WHERE state IN ('queued', 'failed');
CREATE INDEX outbox_by_case ON outbox (case_id, kind, id);
CREATE INDEX relay_tasks_by_subject ON relay_tasks (site, subject);
CREATE INDEX attendance_by_staff ON attendance (staff, at);
CREATE INDEX money_by_period ON money (period, staff);
CREATE INDEX attendance_by_time ON attendance (at);
CREATE INDEX duty_entries_by_days ON duty_entries (last_day, day);
CREATE INDEX village_summaries_by_month ON village_summaries (month, village, at);
CREATE INDEX allowance_steps_by_quarter ON allowance_steps (quarter, seq);
CREATE INDEX inspections_by_time ON inspections (inspected_at);
CREATE INDEX tenure_decisions_by_staff ON tenure_decisions (staff, month);
CREATE INDEX journal_completions ON journal (subject, seq, actor, kind) WHERE kind = 'completed';
CREATE INDEX notices_by_days ON notices (last_day, day);
CREATE INDEX notice_removals_by_number ON notice_removals (number);
CREATE VIEW wall_centre AS SELECT name, offset_minutes FROM centre;
CREATE VIEW wall_villages AS SELECT position, name FROM villages;
CREATE VIEW wall_open AS SELECT village FROM cases INDEXED BY cases_open_by_item WHERE is_open = 1;
CREATE VIEW wall_clocks AS
SELECT clocks.case_id, cases.village, clocks.due, min(clocks.warn_at, clocks.due) AS mark,
    cases.due_at AS case_due, cases.warn_at AS case_mark
FROM clocks CROSS JOIN cases ON cases.id = clocks.case_id WHERE clocks.is_stopped = 0;
CREATE VIEW wall_ready AS
SELECT number, mask_name(applicant) AS name, village, closed_at
FROM cases INDEXED BY cases_approved_by_closing WHERE state = 'approved' AND closed_at IS NOT NULL;
CREATE VIEW wall_notices AS
SELECT number, day, last_day, is_urgent, text FROM notices WHERE NOT EXISTS (
    SELECT 1 FROM notice_removals WHERE notice_removals.number = notices.number
);
CREATE VIEW wall_items AS
SELECT code, version, body FROM service_items JOIN service_item_versions USING (code, version)
WHERE is_withdrawn = 0 AND (level <> 'county' OR is_claimed = 1);
CREATE VIEW wall_calendar AS
SELECT position, json_replace(body, '$.layer.reason', '-') AS body FROM calendar_changes;
CREATE VIEW wall_requests AS
SELECT month, seq, at FROM case_work WHERE staff = 0 AND kind = 'received';
CREATE VIEW wall_cases AS SELECT id, submitted_at FROM cases;
CREATE VIEW wall_work AS
SELECT case_id, month, kind, seq, case_work.at, factor
FROM staff CROSS JOIN case_work ON case_work.staff = staff.id
WHERE staff.is_active IN (0, 1) AND kind IN ('accepted', 'approved');
CREATE VIEW wall_deadlines AS
SELECT subject AS case_id, seq, at, kind,
    coalesce(
        json_extract(body, '$.completion.due'), json_extract(body, '$.history.completion.due'), (
            SELECT max(json_extract(value, '$.deadline.due')) FROM json_each(body, CASE kind
                WHEN 'merged' THEN '$.case.clocks' WHEN 'registered' THEN '$.history.carried.clocks'
                ELSE '$.clocks' END) WHERE json_extract(value, '$.kind') = 'completion'
        )
    ) AS completion,
    coalesce(
        json_extract(body, '$.promise.due'), (
            SELECT max(json_extract(value, '$.deadline.due')) FROM json_each(body, CASE kind
                WHEN 'merged' THEN '$.case.clocks' WHEN 'registered' THEN '$.history.carried.clocks'
                ELSE '$.clocks' END) WHERE json_extract(value, '$.kind') = 'promise'
        )
    ) AS promise,
    json_extract(body, '$.history.completedAt') AS completed_at
FROM journal INDEXED BY journal_by_subject WHERE subject_kind = 'case' AND kind IN (
    'registered', 'accepted', 'supplementAsked', 'supplemented', 'setAside', 'resumed', 'forwarded',
    'resultReceived', 'recomputed', 'merged'
);
CREATE VIEW wall_agents AS
SELECT id, name, role, village, json_extract(body, '$.member.post') AS post,
    json_extract(body, '$.member.group') IS NOT NULL AS has_group,
    json_extract(body, '$.member.phone') AS contact, json_extract(body, '$.standIn.by') AS stand_in,
    json_extract(body, '$.standIn.from') AS stand_in_from,
    json_extract(body, '$.standIn.until') AS stand_in_until
FROM staff INDEXED BY staff_by_role WHERE role IN ('agent', 'window-clerk') AND is_active = 1;
CREATE VIEW wall_first_mark AS SELECT at FROM attendance WHERE seq > 0 ORDER BY seq LIMIT 1;
CREATE VIEW wall_marks AS
SELECT attendance.seq, attendance.staff, attendance.at, attendance.kind,
    json_extract(body, '$.session.day') AS day, json_extract(body, '$.session.number') AS session
FROM attendance INDEXED BY attendance_by_time CROSS JOIN journal ON journal.seq = attendance.seq;
CREATE VIEW wall_leaves AS
SELECT duty_entries.seq, duty_entries.staff, day, last_day, duty_entries.kind,
    json_extract(body, '$.request') AS request, json_extract(body, '$.span.sessions') AS sessions
FROM duty_entries INDEXED BY duty_entries_by_days CROSS JOIN journal ON journal.seq = duty_entries.seq
WHERE duty_entries.kind IN ('leaveGranted', 'leaveRefused');
CREATE VIEW wall_corrections AS
SELECT duty_entries.seq, duty_entries.staff, day, last_day, json_extract(body, '$.session.number') AS session,
    json_extract(body, '$.state') AS state
FROM duty_entries INDEXED BY duty_entries_by_days CROSS JOIN journal ON journal.seq = duty_entries.seq
WHERE duty_entries.kind = 'sessionCorrected';
CREATE VIEW wall_exceptions AS
SELECT duty_exceptions.seq, village, day, last_day, json_extract(body, '$.kind') AS kind,
    json_extract(body, '$.hours') AS hours
FROM duty_exceptions CROSS JOIN journal ON journal.seq = duty_exceptions.seq;
