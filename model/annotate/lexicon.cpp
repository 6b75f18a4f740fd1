// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/annotate/lexicon.h"

#include <QFile>
#include <QStringList>

#include <algorithm>

namespace model::annotate {
namespace {

struct NamedClass {
    const char *name;
    WordClass value;
};
constexpr NamedClass otherClasses[] = {
    {"verb-grant", WordClass::GrantVerb},
    {"verb-transfer", WordClass::TransferVerb},
    {"verb-say", WordClass::SayVerb},
    {"verb-be", WordClass::BeVerb},
    {"modal", WordClass::Modal},
    {"able", WordClass::Able},
    {"access", WordClass::Access},
    {"deny", WordClass::Deny},
    {"end", WordClass::End},
    {"plan", WordClass::Plan},
    {"doubt", WordClass::Doubt},
    {"period", WordClass::PeriodWord},
    {"suffix", WordClass::Suffix},
    {"org", WordClass::Org},
    {"regulator", WordClass::Regulator},
    {"court", WordClass::Court},
    {"media", WordClass::Media},
    {"title", WordClass::Title},
    {"firstname", WordClass::FirstName},
    {"month", WordClass::Month},
    {"season", WordClass::Season},
    {"place", WordClass::Place},
    {"pronoun", WordClass::Pronoun},
    {"descriptor", WordClass::Descriptor},
    {"generic", WordClass::Generic},
    {"holderword", WordClass::HolderWord},
    {"vague", WordClass::Vague},
    {"thing", WordClass::Thing},
};

ClassBits bitsOf(const QString &name)
{
    for (const auto &entry : otherClasses) {
        if (name == QLatin1String(entry.name))
            return bit(entry.value);
    }
    const auto word = QStringView(name).sliced(name.indexOf(u'-') + 1);
    if (name.startsWith(QLatin1String("verb-")))
        return verbBit(actionFromWord(word).value());
    if (name.startsWith(QLatin1String("act-")))
        return actBit(actionFromWord(word).value());
    return dataBit(dataKindFromWord(word).value());
}

bool isVowel(QChar c)
{
    return QStringLiteral("aeiou").contains(c);
}

QStringList regularForms(const QString &verb)
{
    const qsizetype space = verb.indexOf(u' ');
    const QString first = space < 0 ? verb : verb.left(space);
    const QString rest = space < 0 ? QString() : verb.mid(space);
    QStringList forms = {first};
    const QChar last = first.back();
    const bool sibilant = last == u's' || last == u'x' || last == u'z' || first.endsWith(QLatin1String("ch")) ||
                          first.endsWith(QLatin1String("sh"));
    if (last == u'y' && first.size() > 1 && !isVowel(first[first.size() - 2])) {
        const QString stem = first.chopped(1);
        forms << stem + QLatin1String("ies") << stem + QLatin1String("ied") << first + QLatin1String("ing");
    } else if (last == u'e') {
        forms << first + u's' << first + u'd' << first.chopped(1) + QLatin1String("ing");
    } else {
        forms << first + (sibilant ? QLatin1String("es") : QLatin1String("s")) << first + QLatin1String("ed")
              << first + QLatin1String("ing");
        // One short vowel before the last consonant: "permitted", "scanning".
        if (first.size() > 2 && !isVowel(last) && last != u'w' && last != u'x' && isVowel(first[first.size() - 2]) &&
            !isVowel(first[first.size() - 3]))
            forms << first + last + QLatin1String("ed") << first + last + QLatin1String("ing");
    }
    if (!rest.isEmpty()) {
        for (QString &form : forms)
            form += rest;
    }
    return forms;
}

} // namespace

QString singular(QStringView noun)
{
    if (noun.size() > 4 && noun.endsWith(QLatin1String("ies")))
        return noun.chopped(3).toString() + u'y';
    if (noun.size() > 4 && (noun.endsWith(QLatin1String("sses")) || noun.endsWith(QLatin1String("xes")) ||
                            noun.endsWith(QLatin1String("ches")) || noun.endsWith(QLatin1String("shes"))))
        return noun.chopped(2).toString();
    if (noun.size() > 3 && noun.endsWith(u's') && !noun.endsWith(QLatin1String("ss")) &&
        !noun.endsWith(QLatin1String("us")) && !noun.endsWith(QLatin1String("is")))
        return noun.chopped(1).toString();
    return noun.toString();
}

const Lexicon &Lexicon::shipped()
{
    static const Lexicon lexicon = [] {
        QFile file(QStringLiteral(":/annotator/lexicon.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("The annotator's word list is missing from the program.");
        return Lexicon(file.readAll());
    }();
    return lexicon;
}

Lexicon::Lexicon(const QByteArray &text)
{
    const auto lines = QString::fromUtf8(text).split(u'\n');
    for (const QString &line : lines) {
        const qsizetype colon = line.indexOf(u':');
        if (line.startsWith(u'#') || colon < 0)
            continue;
        const QString name = line.left(colon);
        const ClassBits bits = bitsOf(name);
        const bool isVerb = name.startsWith(QLatin1String("verb-"));
        const auto entries = line.mid(colon + 1).split(u',');
        for (const QString &entry : entries) {
            const auto forms = entry.trimmed().split(u'/');
            // "a/s" is a word of its own.
            if (!isVerb) {
                addPhrase(entry.trimmed(), bits);
                continue;
            }
            for (const QString &form : regularForms(forms.first()) + forms.mid(1))
                addPhrase(form, bits);
        }
    }
}

void Lexicon::addPhrase(const QString &phrase, ClassBits bits)
{
    const Words words(phrase);
    quint32 hash = 0;
    for (int i = 0; i < words.count(); ++i) {
        const bool last = i + 1 == words.count();
        hash = i == 0 ? words[i].hash : mix(hash, words[i].hash);
        Entry &entry = m_entries[hash];
        if (last)
            entry.bits |= bits;
        else
            entry.mayGoOn = true;
    }
}

const Lexicon::Entry *Lexicon::find(quint32 hash) const
{
    const auto found = m_entries.find(hash);
    return found == m_entries.end() ? nullptr : &found->second;
}

std::vector<ClassBits> Lexicon::classesOf(const Words &words) const
{
    constexpr int longest = 4;
    const int count = words.count();
    std::vector<ClassBits> classes(size_t(count), 0);
    int dataEnd = 0; ///< of the last phrase that is a kind of data
    for (int i = 0; i < count; ++i) {
        int dataWords = 0;
        ClassBits data = 0;
        quint32 hash = 0;
        for (int n = 0; n < longest && i + n < count; ++n) {
            const quint32 exact = words[i + n].hash;
            const quint32 prefix = hash;
            hash = n == 0 ? exact : mix(prefix, exact);
            const Entry *entry = find(hash);
            ClassBits bits = entry ? entry->bits : 0;
            // The last word of a phrase may stand in the plural; "messages" may be that, or a form of a verb.
            if (const auto folded = words.folded(i + n); words[i + n].isWord && folded.endsWith(u's')) {
                const quint32 one = hashOf(singular(folded));
                if (const Entry *plural = find(n == 0 ? one : mix(prefix, one)))
                    bits |= plural->bits & (anyData | anyAct | bit(WordClass::Descriptor) | bit(WordClass::Regulator) |
                                            bit(WordClass::Access) | bit(WordClass::Court));
            }
            for (int k = i; bits && k <= i + n; ++k)
                classes[size_t(k)] |= bits & ~anyData;
            if (bits & anyData) {
                data = bits & anyData;
                dataWords = n + 1;
            }
            if (!entry || !entry->mayGoOn)
                break;
        }
        // The longest phrase says what data is meant: an "e-mail address" is no e-mail.
        if (i + dataWords > dataEnd) {
            for (int k = std::max(i, dataEnd); k < i + dataWords; ++k)
                classes[size_t(k)] |= data;
            dataEnd = i + dataWords;
        }
    }
    return classes;
}

} // namespace model::annotate
