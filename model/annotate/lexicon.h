// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/annotate/vocabulary.h"
#include "model/annotate/words.h"

#include <QByteArray>

#include <unordered_map>
#include <vector>

namespace model::annotate {

/// The classes of resources/annotator/lexicon.txt. A word carries the bits of all it is in.
enum class WordClass {
    Verb, ///< eight of them, by Action
    Act = Verb + actionCount,
    Data = Act + actionCount,
    GrantVerb = Data + dataKindCount,
    TransferVerb,
    SayVerb,
    BeVerb,
    Modal,
    Able,
    Access,
    Deny,
    End,
    Plan,
    Doubt,
    PeriodWord,
    Suffix,
    Org,
    Regulator,
    Court,
    Media,
    Title,
    FirstName,
    Month,
    Season,
    Place,
    Pronoun,
    Descriptor,
    Generic,
    HolderWord,
    Vague,
    Thing,
    count
};
static_assert(int(WordClass::count) <= 64);

using ClassBits = quint64;
constexpr ClassBits bit(WordClass c)
{
    return ClassBits(1) << int(c);
}
constexpr ClassBits verbBit(Action action)
{
    return ClassBits(1) << (int(WordClass::Verb) + int(action));
}
constexpr ClassBits actBit(Action action)
{
    return ClassBits(1) << (int(WordClass::Act) + int(action));
}
constexpr ClassBits dataBit(DataKind data)
{
    return ClassBits(1) << (int(WordClass::Data) + int(data));
}
constexpr ClassBits bitsFrom(WordClass first, int count)
{
    return ((ClassBits(1) << count) - 1) << int(first);
}
inline constexpr ClassBits anyVerb = bitsFrom(WordClass::Verb, actionCount);
inline constexpr ClassBits anyAct = bitsFrom(WordClass::Act, actionCount);
inline constexpr ClassBits anyData = bitsFrom(WordClass::Data, dataKindCount);

class Lexicon {
public:
    /// The one inside the program.
    static const Lexicon &shipped();
    explicit Lexicon(const QByteArray &text);

    /// The classes of each word; of a phrase, of each of its words.
    std::vector<ClassBits> classesOf(const Words &words) const;

private:
    struct Entry {
        ClassBits bits = 0;
        bool mayGoOn = false; ///< begins a longer entry
    };
    void addPhrase(const QString &phrase, ClassBits bits);
    const Entry *find(quint32 hash) const;

    std::unordered_map<quint32, Entry> m_entries;
};

/// The singular of a folded noun, by the regular rules only.
QString singular(QStringView noun);

} // namespace model::annotate
