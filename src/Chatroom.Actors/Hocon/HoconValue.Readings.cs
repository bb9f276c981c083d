using Chatroom.Actors.Hocon.Conversion;

namespace Chatroom.Actors.Hocon;

// What a value's text can stand for.
internal partial class HoconValue
{
    /// <summary>The value as a boolean: true, yes, on, false, no or off.</summary>
    public bool GetBoolean() => Get<bool>(Booleans.TryParse, Kinds.Boolean);

    /// <summary>The value as a boolean: true, yes, on, false, no or off; false if it is something else.</summary>
    public bool TryGetBoolean(out bool result) => TryGet(Booleans.TryParse, out result);

    /// <summary>The value as a whole number of 32 bits.</summary>
    public int GetInt() => Get<int>(Numbers.TryInt, Kinds.Int);

    /// <summary>The value as a whole number of 32 bits; false if it is something else.</summary>
    public bool TryGetInt(out int result) => TryGet(Numbers.TryInt, out result);

    /// <summary>The value as a whole number of 64 bits.</summary>
    public long GetLong() => Get<long>(Numbers.TryLong, Kinds.Long);

    /// <summary>The value as a whole number of 64 bits; false if it is something else.</summary>
    public bool TryGetLong(out long result) => TryGet(Numbers.TryLong, out result);

    /// <summary>The value as a number.</summary>
    public float GetFloat() => Get<float>(Numbers.TryFloat, Kinds.Number);

    /// <summary>The value as a number; false if it is something else.</summary>
    public bool TryGetFloat(out float result) => TryGet(Numbers.TryFloat, out result);

    /// <summary>The value as a number.</summary>
    public double GetDouble() => Get<double>(Numbers.TryDouble, Kinds.Number);

    /// <summary>The value as a number; false if it is something else.</summary>
    public bool TryGetDouble(out double result) => TryGet(Numbers.TryDouble, out result);

    /// <summary>The value as a number.</summary>
    public decimal GetDecimal() => Get<decimal>(Numbers.TryDecimal, Kinds.Number);

    /// <summary>The value as a number; false if it is something else.</summary>
    public bool TryGetDecimal(out decimal result) => TryGet(Numbers.TryDecimal, out result);

    /// <summary>The value as a size in bytes, such as <c>64KiB</c>; bytes without a unit.</summary>
    public long? GetByteSize() => Get<long>(Sizes.TryParse, Kinds.Size);

    /// <summary>The value as a size in bytes; false if it is something else.</summary>
    public bool TryGetByteSize(out long? result)
    {
        var found = TryGet(Sizes.TryParse, out long bytes);
        result = found ? bytes : null;
        return found;
    }

    /// <summary>The value as a duration, such as <c>500 ms</c>; milliseconds without a unit.</summary>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public TimeSpan GetTimeSpan(bool allowInfinite = true) =>
        TryGetTimeSpan(out var result, allowInfinite)
            ? result
            : throw NotReadable(allowInfinite ? Kinds.DurationOrInfinite : Kinds.Duration);

    /// <summary>The value as a duration; false if it is something else.</summary>
    public bool TryGetTimeSpan(out TimeSpan result, bool allowInfinite = true)
    {
        result = default;
        return TryGetString(out var text) && Durations.TryParse(text, allowInfinite, out result);
    }

    /// <summary>The array's items, each read by <see cref="GetString()"/>.</summary>
    public IList<string> GetStringList() => GetList(item => item.GetString() ?? throw new HoconException("must be a string, but is null"));

    /// <summary>The array's items, each read by <see cref="GetBoolean()"/>.</summary>
    public IList<bool> GetBooleanList() => GetList(item => item.GetBoolean());

    /// <summary>The array's items, each read by <see cref="GetInt()"/>.</summary>
    public IList<int> GetIntList() => GetList(item => item.GetInt());

    /// <summary>The array's items, each read by <see cref="GetLong()"/>.</summary>
    public IList<long> GetLongList() => GetList(item => item.GetLong());

    /// <summary>The array's items, each read by <see cref="GetDouble()"/>.</summary>
    public IList<double> GetDoubleList() => GetList(item => item.GetDouble());

    /// <summary>The array's items, each of which must be an object.</summary>
    public IList<HoconObject> GetObjectList() => GetList(item => item.GetObject());

    private delegate bool TryParse<T>(string text, out T value);

    private T Get<T>(TryParse<T> parse, string wanted) => TryGet(parse, out var result) ? result : throw NotReadable(wanted);

    private bool TryGet<T>(TryParse<T> parse, out T result)
    {
        if (TryGetString(out var text))
            return parse(text, out result);
        result = default!;
        return false;
    }

    private HoconException NotReadable(string wanted) =>
        TryGetString(out var text) ? new HoconException($"must be {wanted}, but is {Texts.Excerpt(text)}") : Mismatch(wanted);

    private List<T> GetList<T>(Func<HoconValue, T> read)
    {
        var items = new List<T>();
        foreach (var item in GetArray())
        {
            try
            {
                items.Add(read(item));
            }
            catch (HoconException e)
            {
                throw new HoconException($"item {items.Count} {e.Message}", e);
            }
        }

        return items;
    }
}
