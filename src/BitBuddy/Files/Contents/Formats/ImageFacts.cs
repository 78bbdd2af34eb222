using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;

namespace BitBuddy.Files.Contents.Formats;

/// <summary>What a camera wrote into a picture: when and where it was taken, with what, how large it is, and words about it.</summary>
internal static class ImageFacts
{
    public static void Read(Stream file, ContentSink sink)
    {
        var directories = ImageMetadataReader.ReadMetadata(file);
        var exif = directories.OfType<ExifSubIfdDirectory>().FirstOrDefault();
        sink.Add(ContentFact.Taken, Taken(exif, directories));
        var main = directories.OfType<ExifIfd0Directory>().FirstOrDefault();
        var camera = Camera(main?.GetString(ExifDirectoryBase.TagMake)?.Trim(), main?.GetString(ExifDirectoryBase.TagModel)?.Trim());
        sink.Add(ContentFact.Camera, camera);
        if (directories.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation() is { IsZero: false } place)
        {
            sink.Add(ContentFact.Latitude, place.Latitude.ToString("0.######", CultureInfo.InvariantCulture));
            sink.Add(ContentFact.Longitude, place.Longitude.ToString("0.######", CultureInfo.InvariantCulture));
        }

        sink.Add(ContentFact.Width, Size(directories, "Width"));
        sink.Add(ContentFact.Height, Size(directories, "Height"));
        var iptc = directories.OfType<IptcDirectory>().FirstOrDefault();
        sink.Add(ContentFact.Title, iptc?.GetString(IptcDirectory.TagObjectName) ?? main?.GetDescription(ExifDirectoryBase.TagWinTitle));
        string?[] words =
        [
            camera, iptc?.GetString(IptcDirectory.TagCaption), iptc?.GetDescription(IptcDirectory.TagKeywords), main?.GetString(ExifDirectoryBase.TagImageDescription),
            main?.GetDescription(ExifDirectoryBase.TagWinKeywords), main?.GetDescription(ExifDirectoryBase.TagWinComment), iptc?.GetString(IptcDirectory.TagCity),
        ];
        foreach (var text in words)
        {
            if (!string.IsNullOrWhiteSpace(text))
                sink.Add(text.Trim() + "\n");
        }
    }

    // EXIF has a moment without a zone, and sometimes the zone beside it.
    private static string? Taken(ExifSubIfdDirectory? exif, IReadOnlyList<MetadataExtractor.Directory> directories)
    {
        var text = exif?.GetString(ExifDirectoryBase.TagDateTimeOriginal) ?? exif?.GetString(ExifDirectoryBase.TagDateTimeDigitized)
            ?? directories.OfType<ExifSubIfdDirectory>().Select(directory => directory.GetString(ExifDirectoryBase.TagDateTimeOriginal)).FirstOrDefault(found => found is not null);
        if (text is null || !DateTime.TryParseExact(text.Trim().Trim('\0'), "yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var taken))
            return null;
        const int OffsetTimeOriginal = 0x9011;
        var zone = exif?.GetString(OffsetTimeOriginal)?.Trim();
        return taken.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + (zone is { Length: 6 } ? zone : "");
    }

    // Many makers repeat their name in the model's.
    private static string? Camera(string? make, string? model) =>
        model is null || make is null || model.StartsWith(make.Split(' ')[0], StringComparison.OrdinalIgnoreCase) ? model ?? make : $"{make} {model}";

    private static string? Size(IReadOnlyList<MetadataExtractor.Directory> directories, string what)
    {
        foreach (var directory in directories.Where(directory => directory is not (ExifThumbnailDirectory or GpsDirectory)))
        {
            foreach (var tag in directory.Tags.Where(tag => tag.Name == "Image " + what || tag.Name == "Exif Image " + what))
            {
                if (directory.TryGetInt32(tag.Type, out var pixels) && pixels > 0)
                    return pixels.ToString(CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
