namespace Chatroom.Actors.Hocon;

// The getters by type: required, and with a default; by path as text, and as a HoconPath.
internal partial class HoconRoot
{
    /// <summary>The value at a path.</summary>
    public virtual HoconValue GetValue(string path) => GetValue(HoconPath.Parse(path));

    /// <summary>The value at a path.</summary>
    public virtual HoconValue GetValue(HoconPath path) => Require(path, value => value);

    /// <summary>The text at a path.</summary>
    public virtual string? GetString(string path) => GetString(HoconPath.Parse(path));

    /// <summary>The text at a path.</summary>
    public virtual string? GetString(HoconPath path) => Require(path, value => value.GetString());

    /// <summary>The text at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual string? GetString(string path, string? @default) => GetString(HoconPath.Parse(path), @default);

    /// <summary>The text at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual string? GetString(HoconPath path, string? @default) =>
        Prefer<string?>(path, value => value.GetString(), @default);

    /// <summary>The boolean at a path.</summary>
    public virtual bool GetBoolean(string path) => GetBoolean(HoconPath.Parse(path));

    /// <summary>The boolean at a path.</summary>
    public virtual bool GetBoolean(HoconPath path) => Require(path, value => value.GetBoolean());

    /// <summary>The boolean at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual bool GetBoolean(string path, bool @default) => GetBoolean(HoconPath.Parse(path), @default);

    /// <summary>The boolean at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual bool GetBoolean(HoconPath path, bool @default) =>
        Prefer<bool>(path, value => value.GetBoolean(), @default);

    /// <summary>The whole number at a path.</summary>
    public virtual int GetInt(string path) => GetInt(HoconPath.Parse(path));

    /// <summary>The whole number at a path.</summary>
    public virtual int GetInt(HoconPath path) => Require(path, value => value.GetInt());

    /// <summary>The whole number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual int GetInt(string path, int @default) => GetInt(HoconPath.Parse(path), @default);

    /// <summary>The whole number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual int GetInt(HoconPath path, int @default) =>
        Prefer<int>(path, value => value.GetInt(), @default);

    /// <summary>The whole number at a path.</summary>
    public virtual long GetLong(string path) => GetLong(HoconPath.Parse(path));

    /// <summary>The whole number at a path.</summary>
    public virtual long GetLong(HoconPath path) => Require(path, value => value.GetLong());

    /// <summary>The whole number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual long GetLong(string path, long @default) => GetLong(HoconPath.Parse(path), @default);

    /// <summary>The whole number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual long GetLong(HoconPath path, long @default = 0) =>
        Prefer<long>(path, value => value.GetLong(), @default);

    /// <summary>The number at a path.</summary>
    public virtual float GetFloat(string path) => GetFloat(HoconPath.Parse(path));

    /// <summary>The number at a path.</summary>
    public virtual float GetFloat(HoconPath path) => Require(path, value => value.GetFloat());

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual float GetFloat(string path, float @default) => GetFloat(HoconPath.Parse(path), @default);

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual float GetFloat(HoconPath path, float @default = 0) =>
        Prefer<float>(path, value => value.GetFloat(), @default);

    /// <summary>The number at a path.</summary>
    public virtual double GetDouble(string path) => GetDouble(HoconPath.Parse(path));

    /// <summary>The number at a path.</summary>
    public virtual double GetDouble(HoconPath path) => Require(path, value => value.GetDouble());

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual double GetDouble(string path, double @default) => GetDouble(HoconPath.Parse(path), @default);

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual double GetDouble(HoconPath path, double @default) =>
        Prefer<double>(path, value => value.GetDouble(), @default);

    /// <summary>The number at a path.</summary>
    public virtual decimal GetDecimal(string path) => GetDecimal(HoconPath.Parse(path));

    /// <summary>The number at a path.</summary>
    public virtual decimal GetDecimal(HoconPath path) => Require(path, value => value.GetDecimal());

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual decimal GetDecimal(string path, decimal @default) => GetDecimal(HoconPath.Parse(path), @default);

    /// <summary>The number at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual decimal GetDecimal(HoconPath path, decimal @default) =>
        Prefer<decimal>(path, value => value.GetDecimal(), @default);

    /// <summary>The size in bytes at a path.</summary>
    public virtual long? GetByteSize(string path) => GetByteSize(HoconPath.Parse(path));

    /// <summary>The size in bytes at a path.</summary>
    public virtual long? GetByteSize(HoconPath path) => Require(path, value => value.GetByteSize());

    /// <summary>The size in bytes at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual long? GetByteSize(string path, long? @default) => GetByteSize(HoconPath.Parse(path), @default);

    /// <summary>The size in bytes at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual long? GetByteSize(HoconPath path, long? @default) =>
        Prefer<long?>(path, value => value.GetByteSize(), @default);

    /// <summary>The object at a path.</summary>
    public virtual HoconObject GetObject(string path) => GetObject(HoconPath.Parse(path));

    /// <summary>The object at a path.</summary>
    public virtual HoconObject GetObject(HoconPath path) => Require(path, value => value.GetObject());

    /// <summary>The object at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual HoconObject? GetObject(string path, HoconObject? @default) => GetObject(HoconPath.Parse(path), @default);

    /// <summary>The object at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual HoconObject? GetObject(HoconPath path, HoconObject? @default = null) =>
        Prefer<HoconObject?>(path, value => value.GetObject(), @default);

    /// <summary>The texts in the array at a path.</summary>
    public virtual IList<string> GetStringList(string path) => GetStringList(HoconPath.Parse(path));

    /// <summary>The texts in the array at a path.</summary>
    public virtual IList<string> GetStringList(HoconPath path) => Require(path, value => value.GetStringList());

    /// <summary>The texts in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<string> GetStringList(string path, IList<string> @default) => GetStringList(HoconPath.Parse(path), @default);

    /// <summary>The texts in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<string> GetStringList(HoconPath path, IList<string> @default) =>
        Prefer<IList<string>>(path, value => value.GetStringList(), @default);

    /// <summary>The booleans in the array at a path.</summary>
    public virtual IList<bool> GetBooleanList(string path) => GetBooleanList(HoconPath.Parse(path));

    /// <summary>The booleans in the array at a path.</summary>
    public virtual IList<bool> GetBooleanList(HoconPath path) => Require(path, value => value.GetBooleanList());

    /// <summary>The booleans in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<bool> GetBooleanList(string path, IList<bool> @default) => GetBooleanList(HoconPath.Parse(path), @default);

    /// <summary>The booleans in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<bool> GetBooleanList(HoconPath path, IList<bool> @default) =>
        Prefer<IList<bool>>(path, value => value.GetBooleanList(), @default);

    /// <summary>The whole numbers in the array at a path.</summary>
    public virtual IList<int> GetIntList(string path) => GetIntList(HoconPath.Parse(path));

    /// <summary>The whole numbers in the array at a path.</summary>
    public virtual IList<int> GetIntList(HoconPath path) => Require(path, value => value.GetIntList());

    /// <summary>The whole numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<int> GetIntList(string path, IList<int> @default) => GetIntList(HoconPath.Parse(path), @default);

    /// <summary>The whole numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<int> GetIntList(HoconPath path, IList<int> @default) =>
        Prefer<IList<int>>(path, value => value.GetIntList(), @default);

    /// <summary>The whole numbers in the array at a path.</summary>
    public virtual IList<long> GetLongList(string path) => GetLongList(HoconPath.Parse(path));

    /// <summary>The whole numbers in the array at a path.</summary>
    public virtual IList<long> GetLongList(HoconPath path) => Require(path, value => value.GetLongList());

    /// <summary>The whole numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<long> GetLongList(string path, IList<long> @default) => GetLongList(HoconPath.Parse(path), @default);

    /// <summary>The whole numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<long> GetLongList(HoconPath path, IList<long> @default) =>
        Prefer<IList<long>>(path, value => value.GetLongList(), @default);

    /// <summary>The numbers in the array at a path.</summary>
    public virtual IList<double> GetDoubleList(string path) => GetDoubleList(HoconPath.Parse(path));

    /// <summary>The numbers in the array at a path.</summary>
    public virtual IList<double> GetDoubleList(HoconPath path) => Require(path, value => value.GetDoubleList());

    /// <summary>The numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<double> GetDoubleList(string path, IList<double> @default) => GetDoubleList(HoconPath.Parse(path), @default);

    /// <summary>The numbers in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<double> GetDoubleList(HoconPath path, IList<double> @default) =>
        Prefer<IList<double>>(path, value => value.GetDoubleList(), @default);

    /// <summary>The objects in the array at a path.</summary>
    public virtual IList<HoconObject> GetObjectList(string path) => GetObjectList(HoconPath.Parse(path));

    /// <summary>The objects in the array at a path.</summary>
    public virtual IList<HoconObject> GetObjectList(HoconPath path) => Require(path, value => value.GetObjectList());

    /// <summary>The objects in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<HoconObject>? GetObjectList(string path, IList<HoconObject>? @default) => GetObjectList(HoconPath.Parse(path), @default);

    /// <summary>The objects in the array at a path, or <paramref name="default"/> if there is nothing or null.</summary>
    public virtual IList<HoconObject>? GetObjectList(HoconPath path, IList<HoconObject>? @default = null) =>
        Prefer<IList<HoconObject>?>(path, value => value.GetObjectList(), @default);

    /// <summary>The duration at a path, such as <c>500 ms</c>; milliseconds without a unit.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public virtual TimeSpan GetTimeSpan(string path, bool allowInfinite = true) =>
        GetTimeSpan(HoconPath.Parse(path), allowInfinite);

    /// <summary>The duration at a path, such as <c>500 ms</c>; milliseconds without a unit.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public virtual TimeSpan GetTimeSpan(HoconPath path, bool allowInfinite = true) =>
        Require(path, value => value.GetTimeSpan(allowInfinite));

    /// <summary>The duration at a path, or a default.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="default">What to give if there is nothing or null; null for zero.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public virtual TimeSpan GetTimeSpan(string path, TimeSpan? @default, bool allowInfinite = true) =>
        GetTimeSpan(HoconPath.Parse(path), @default, allowInfinite);

    /// <summary>The duration at a path, or a default.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="default">What to give if there is nothing or null; null for zero.</param>
    /// <param name="allowInfinite">Whether <c>infinite</c> is read as <see cref="Timeout.InfiniteTimeSpan"/>, or refused.</param>
    public virtual TimeSpan GetTimeSpan(HoconPath path, TimeSpan? @default, bool allowInfinite = true) =>
        Prefer(path, value => value.GetTimeSpan(allowInfinite), @default.GetValueOrDefault());
}
