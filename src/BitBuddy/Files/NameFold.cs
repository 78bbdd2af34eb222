using System.Buffers;
using System.Globalization;
using System.Text;

namespace BitBuddy.Files;

/// <summary>Makes names comparable: lower case, accents aside, composed and decomposed letters alike.</summary>
public static class NameFold
{
    private const string Letters =
        "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįİıĵķĺļľŀłńņňŋōŏőŕŗřśŝşšţťŧũūŭůűųŵŷźżžſơưǎǐǒǔǖǘǚǜǟǡǣǧǩǫǭǯǰǵ"
        + "ǹǻǽǿȁȃȅȇȉȋȍȏȑȓȕȗșțȟȧȩȫȭȯȱȳʹΐάέήίΰςϊϋόύώϓϔйѐёѓїќѝўѷӂӑӓӗӛӝӟӣӥӧӫӭӯӱӳӵӹḁḃḅḇḉḋḍḏḑḓḕḗḙḛḝḟḡḣḥḧḩḫḭḯḱḳḵḷḹḻḽḿṁṃṅṇṉṋṍṏṑṓṕ"
        + "ṗṙṛṝṟṡṣṥṧṩṫṭṯṱṳṵṷṹṻṽṿẁẃẅẇẉẋẍẏẑẓẕẖẗẘẙẛạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹἀἁἂἃἄἅἆἇἐἑἒἓἔἕἠἡἢἣἤἥἦἧἰἱἲἳἴἵ"
        + "ἶἷὀὁὂὃὄὅὐὑὒὓὔὕὖὗὠὡὢὣὤὥὦὧὰάὲέὴήὶίὸόὺύὼώᾀᾁᾂᾃᾄᾅᾆᾇᾐᾑᾒᾓᾔᾕᾖᾗᾠᾡᾢᾣᾤᾥᾦᾧᾰᾱᾲᾳᾴᾶᾷιῂῃῄῆῇῐῑῒΐῖῗῠῡῢΰῤῥῦῧῲῳῴῶῷがぎぐげござじずぜぞだぢづでどば"
        + "ぱびぴぶぷべぺぼぽゔゞガギグゲゴザジズゼゾダヂヅデドバパビピブプベペボポヴヷヸヹヺヾ";

    private const string Plain =
        "aaaaaaceeeeiiiinoooooouuuuyyaaaccccddeeeeegggghhiiiiiijklllllnnnnooorrrsssstttuuuuuuwyzzzsouaiouuuuuaaægkooʒjg"
        + "naæoaaeeiioorruusthaeooooyʹιαεηιυσιυουωϒϒиеегікиуѵжааеәжзииоөэууучыabbbcdddddeeeeefghhhhhiikkkllllmmmnnnnoooop"
        + "prrrrsssssttttuuuuuvvwwwwwxxyzzzhtwysaaaaaaaaaaaaeeeeeeeeiioooooooooooouuuuuuuyyyyααααααααεεεεεεηηηηηηηηιιιιιι"
        + "ιιοοοοοουυυυυυυυωωωωωωωωααεεηηιιοουυωωααααααααηηηηηηηηωωωωωωωωαααααααιηηηηηιιιιιιυυυυρρυυωωωωωかきくけこさしすせそたちつてとは"
        + "はひひふふへへほほうゝカキクケコサシスセソタチツテトハハヒヒフフヘヘホホウワヰヱヲヽ";

    /// <summary>The folded form of a text.</summary>
    public static string Fold(string text) => Fold(Encoding.UTF8.GetBytes(text));

    /// <summary>The folded form of a name; what is not UTF-8 becomes U+FFFD.</summary>
    public static string Fold(ReadOnlySpan<byte> name)
    {
        var buffer = ArrayPool<char>.Shared.Rent(name.Length);
        try
        {
            return new string(buffer, 0, Fold(name, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>Folds into a buffer of at least the name's length; the length written.</summary>
    public static int Fold(ReadOnlySpan<byte> name, Span<char> into)
    {
        var length = 0;
        while (!name.IsEmpty)
        {
            if (name[0] < 0x80)
            {
                var c = (char)name[0];
                into[length++] = c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
                name = name[1..];
                continue;
            }

            Rune.DecodeFromUtf8(name, out var rune, out var consumed);
            length += Fold(rune, into[length..]);
            name = name[consumed..];
        }

        return length;
    }

    // Never longer than the UTF-8 form of the letter.
    private static int Fold(Rune rune, Span<char> into)
    {
        if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            return 0;
        rune = Rune.ToLowerInvariant(rune);
        if (!rune.IsBmp)
            return rune.EncodeToUtf16(into);
        var c = (char)rune.Value;
        if (c is >= '\uAC00' and <= '\uD7A3')
            return FoldHangul(c - 0xAC00, into);
        var place = Letters.AsSpan().BinarySearch(c);
        if (place >= 0)
            c = Plain[place];
        if (c is not ('ß' or 'æ' or 'œ'))
        {
            into[0] = c;
            return 1;
        }

        into[0] = c switch { 'ß' => 's', 'æ' => 'a', _ => 'o' };
        into[1] = c == 'ß' ? 's' : 'e';
        return 2;
    }

    // A syllable and its letters written apart are the same name.
    private static int FoldHangul(int syllable, Span<char> into)
    {
        into[0] = (char)(0x1100 + syllable / 588);
        into[1] = (char)(0x1161 + syllable % 588 / 28);
        if (syllable % 28 == 0)
            return 2;
        into[2] = (char)(0x11A7 + syllable % 28);
        return 3;
    }
}
