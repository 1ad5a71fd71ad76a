PRAGMA application_id = 1145201006;
PRAGMA user_version = 1;
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
INSERT INTO "journal" VALUES (9, 1795136400000, 3, 'case', 1, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"张三"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0001"}', X'F7DFC12E58B4E7DBFD1C786BF65214C8A6198D355425DFE67BF047DD479292C9', X'1F7BE4D3EDAC1CFC0D08F8A48021C7BA6B6BBE8D0170635D9884DD8FDC3F7FC6');
INSERT INTO "journal" VALUES (10, 1795137000000, 3, 'case', 1, 'accepted', '{"completion":{"due":1795569000000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137000000,"warnAt":1795482600000}}', X'1F7BE4D3EDAC1CFC0D08F8A48021C7BA6B6BBE8D0170635D9884DD8FDC3F7FC6', X'061D85C8C1D67DC45338BA13F364341093685BA9B9430EF57F551AD532301642');
INSERT INTO "journal" VALUES (11, 1795137000000, 1, 'case', 1, 'completed', '{}', X'061D85C8C1D67DC45338BA13F364341093685BA9B9430EF57F551AD532301642', X'BEF8547ECAEA0C9ACED544507A6981AD3F3BFEC0EFCC6EB768D729489A7D6FAD');
INSERT INTO "journal" VALUES (12, 1795138200000, 3, 'case', 1, 'approved', '{"note":"材料齐全"}', X'BEF8547ECAEA0C9ACED544507A6981AD3F3BFEC0EFCC6EB768D729489A7D6FAD', X'D59BCFB9958FDFD111B47382E332C2B175962D3D2CC1B633C9750BAA457109D7');
INSERT INTO "journal" VALUES (13, 1795136400000, 3, 'case', 2, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"李四"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0002"}', X'D59BCFB9958FDFD111B47382E332C2B175962D3D2CC1B633C9750BAA457109D7', X'818C8DB427D19F14A05D9B9E6AEEE7449C423C966D87C53D313682E62AF298BF');
INSERT INTO "journal" VALUES (14, 1795137120000, 3, 'case', 2, 'accepted', '{"completion":{"due":1795569120000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137120000,"warnAt":1795482720000}}', X'818C8DB427D19F14A05D9B9E6AEEE7449C423C966D87C53D313682E62AF298BF', X'2B7B4A4025A7649ADA93532AE73DF68AF4648CCA23AA088E111CCC33519F4833');
INSERT INTO "journal" VALUES (15, 1795137120000, 1, 'case', 2, 'completed', '{}', X'2B7B4A4025A7649ADA93532AE73DF68AF4648CCA23AA088E111CCC33519F4833', X'41FACF67B643C451B123DC642850E0532E06746609C7EF7DDAFD1B60AB5D64F0');
INSERT INTO "journal" VALUES (16, 1795138260000, 3, 'case', 2, 'rejected', '{"agent":1,"reason":"缺一张照片"}', X'41FACF67B643C451B123DC642850E0532E06746609C7EF7DDAFD1B60AB5D64F0', X'49333F67C8F4DD44BDC520B2D57E266B60DDEF3008D03A29740C664B2F8BA1E3');
INSERT INTO "journal" VALUES (17, 1795136400000, 3, 'case', 3, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":2,"intake":{"applicant":{"name":"王五"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"两河口"},"number":"YX261120-0003"}', X'49333F67C8F4DD44BDC520B2D57E266B60DDEF3008D03A29740C664B2F8BA1E3', X'09E4454F52E58EB7915B41126D085128144F54DA195C300E14F2584DD3376207');
INSERT INTO "journal" VALUES (18, 1795138800000, 2, 'case', 3, 'accepted', '{"completion":{"due":1795570800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795484400000}}', X'09E4454F52E58EB7915B41126D085128144F54DA195C300E14F2584DD3376207', X'4849496FFD9033298E461310DBDED62E95AA7C69D0543A7E26CB8BA215227603');
INSERT INTO "journal" VALUES (19, 1795138860000, 3, 'case', 3, 'urged', '{"agent":2}', X'4849496FFD9033298E461310DBDED62E95AA7C69D0543A7E26CB8BA215227603', X'827DD1796858EBBC29D20D886175F653878352FECBADBFD7562F6F3B762C4397');
INSERT INTO "journal" VALUES (20, 1795138920000, 3, 'case', 3, 'undone', '{"before":{"acceptedAt":1795138800000,"completion":{"due":1795570800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795484400000},"holder":2,"returns":0,"state":"accepted","urgings":0},"kind":"urged"}', X'827DD1796858EBBC29D20D886175F653878352FECBADBFD7562F6F3B762C4397', X'A196AD137DC82BD9BC68CAC95E9B132D81675C25E86A2EAD8247B0B0714228D3');
INSERT INTO "journal" VALUES (21, 1795136400000, 3, 'case', 4, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"intake":{"applicant":{"name":"赵六"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"Old_Mill"},"number":"YX261120-0004"}', X'A196AD137DC82BD9BC68CAC95E9B132D81675C25E86A2EAD8247B0B0714228D3', X'4BF40DC69BD114D01FE15DE5FEDD22FA5A350FE9FB08A4263D86CB401F66F7D6');
INSERT INTO "journal" VALUES (22, 1795139400000, 3, 'case', 4, 'reassigned', '{"to":2}', X'4BF40DC69BD114D01FE15DE5FEDD22FA5A350FE9FB08A4263D86CB401F66F7D6', X'DFCF8FFA0EACF68A5D9E8367AA97FAC69B1C03BAECE7015256F7EB7444F75DFB');
INSERT INTO "journal" VALUES (23, 1795139460000, 3, 'case', 4, 'declined', '{"reason":"不属本镇"}', X'DFCF8FFA0EACF68A5D9E8367AA97FAC69B1C03BAECE7015256F7EB7444F75DFB', X'6930A303AA24B12373BBE1BD5FB6B66AE68E3AC7D4142F77A39B8A090053E5E7');
INSERT INTO "journal" VALUES (24, 1795136400000, 3, 'case', 5, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"孙七"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0005"}', X'6930A303AA24B12373BBE1BD5FB6B66AE68E3AC7D4142F77A39B8A090053E5E7', X'C4C9260E867029C51090C3F600AF0D28CF33D568171C426141F684FF48CB99B7');
INSERT INTO "journal" VALUES (25, 1795140000000, 3, 'case', 5, 'accepted', '{"completion":{"due":1795572000000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795140000000,"warnAt":1795485600000}}', X'C4C9260E867029C51090C3F600AF0D28CF33D568171C426141F684FF48CB99B7', X'9B746F768C7999423A50E6183D1422619A5BE87B38BCABA294B2A00983536FA4');
INSERT INTO "journal" VALUES (26, 1795140000000, 1, 'case', 5, 'completed', '{}', X'9B746F768C7999423A50E6183D1422619A5BE87B38BCABA294B2A00983536FA4', X'CD91555FFF3FAA9E4A1D4CCC2DBD6292D93E95F844AE0E3486C82CF9236F56E6');
INSERT INTO "journal" VALUES (27, 1795136400000, 3, 'case', 6, 'registered', '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"holder":1,"intake":{"applicant":{"name":"周八"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0006"}', X'CD91555FFF3FAA9E4A1D4CCC2DBD6292D93E95F844AE0E3486C82CF9236F56E6', X'75CFC271E990818DC77A4657A25D028752F0554137EB9D1E0C69C7338084AAF9');
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
) STRICT;
INSERT INTO "cases" VALUES (1, 'YX261120-0001', 4, 'approved', 0, 1, '城乡居民养老参保', '石门垭', '张三', 1795136400000, 1795137000000, 1795138200000, NULL, NULL, 0, 0, 0, 0, 9223372036854775807, 1795137000000);
INSERT INTO "cases" VALUES (2, 'YX261120-0002', 4, 'returned', 1, 1, '城乡居民养老参保', '石门垭', '李四', 1795136400000, 1795137120000, NULL, 1795569120000, 1795482720000, 0, 0, 1, 0, 1795569120000, 1795137120000);
INSERT INTO "cases" VALUES (3, 'YX261120-0003', 4, 'accepted', 1, 2, '城乡居民养老参保', '两河口', '王五', 1795136400000, NULL, NULL, 1795570800000, 1795484400000, 0, 0, 0, 0, 1795570800000, 1795136400000);
INSERT INTO "cases" VALUES (4, 'YX261120-0004', 3, 'declined', 0, 2, '城乡居民养老参保', 'Old_Mill', '赵六', 1795136400000, NULL, 1795139460000, NULL, NULL, 0, 0, 0, 0, 9223372036854775807, 1795136400000);
INSERT INTO "cases" VALUES (5, 'YX261120-0005', 3, 'in-review', 1, 1, '城乡居民养老参保', '石门垭', '孙七', 1795136400000, 1795140000000, NULL, 1795572000000, 1795485600000, 0, 0, 0, 0, 1795572000000, 1795140000000);
INSERT INTO "cases" VALUES (6, 'YX261120-0006', 1, 'pending', 1, 1, '城乡居民养老参保', '石门垭', '周八', 1795136400000, NULL, NULL, 1795222800000, 1795219200000, 0, 0, 0, 0, 1795222800000, 1795136400000);
CREATE TABLE case_bodies (
    id INTEGER PRIMARY KEY REFERENCES cases (id),
    body TEXT NOT NULL
) STRICT;
INSERT INTO "case_bodies" VALUES (1, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"acceptedAt":1795137000000,"closedAt":1795138200000,"completedAt":1795137000000,"completion":{"due":1795569000000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137000000,"warnAt":1795482600000},"handlers":[1],"holder":1,"id":1,"intake":{"applicant":{"name":"张三"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"lastAction":{"actor":3,"at":1795138200000,"before":{"acceptedAt":1795137000000,"completedAt":1795137000000,"completion":{"due":1795569000000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137000000,"warnAt":1795482600000},"holder":1,"returns":0,"state":"in-review","urgings":0},"kind":"approved"},"number":"YX261120-0001","returns":0,"state":"approved","urgings":0,"version":4}');
INSERT INTO "case_bodies" VALUES (2, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"acceptedAt":1795137120000,"completedAt":1795137120000,"completion":{"due":1795569120000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137120000,"warnAt":1795482720000},"handlers":[1],"holder":1,"id":2,"intake":{"applicant":{"name":"李四"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"lastAction":{"actor":3,"at":1795138260000,"before":{"acceptedAt":1795137120000,"completedAt":1795137120000,"completion":{"due":1795569120000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795137120000,"warnAt":1795482720000},"holder":1,"returns":0,"state":"in-review","urgings":0},"kind":"rejected"},"number":"YX261120-0002","reason":"缺一张照片","returns":1,"state":"returned","urgings":0,"version":4}');
INSERT INTO "case_bodies" VALUES (3, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"acceptedAt":1795138800000,"completion":{"due":1795570800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795138800000,"warnAt":1795484400000},"handlers":[],"holder":2,"id":3,"intake":{"applicant":{"name":"王五"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"两河口"},"number":"YX261120-0003","returns":0,"state":"accepted","urgings":0,"version":4}');
INSERT INTO "case_bodies" VALUES (4, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"closedAt":1795139460000,"handlers":[],"holder":2,"id":4,"intake":{"applicant":{"name":"赵六"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"Old_Mill"},"lastAction":{"actor":3,"at":1795139460000,"before":{"holder":2,"returns":0,"state":"pending","urgings":0},"kind":"declined"},"number":"YX261120-0004","reason":"不属本镇","returns":0,"state":"declined","urgings":0,"version":3}');
INSERT INTO "case_bodies" VALUES (5, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"acceptedAt":1795140000000,"completedAt":1795140000000,"completion":{"due":1795572000000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"completion","limit":72,"skip":"non-working","unit":"hours","warnBefore":1440},"start":1795140000000,"warnAt":1795485600000},"handlers":[1],"holder":1,"id":5,"intake":{"applicant":{"name":"孙七"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0005","returns":0,"state":"in-review","urgings":0,"version":3}');
INSERT INTO "case_bodies" VALUES (6, '{"acceptance":{"due":1795222800000,"isProvisional":false,"rule":{"clause":"武政管办〔2022〕36号 第十一条","kind":"acceptance","limit":24,"skip":"non-working","unit":"hours","warnBefore":240},"start":1795136400000,"warnAt":1795219200000},"handlers":[],"holder":1,"id":6,"intake":{"applicant":{"name":"周八"},"isUrgent":false,"item":"城乡居民养老参保","kind":"agency","origin":"walk-in","submittedAt":1795136400000,"village":"石门垭"},"number":"YX261120-0006","returns":0,"state":"pending","urgings":0,"version":1}');
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
